import type { DataSource } from 'typeorm';
import type { CaseEpochService } from '../access/case-epoch.service.ts';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { IdempotencyService } from '../access/idempotency.service.ts';
import type { AuditService } from '../audit/audit.service.ts';
import type { InboxService } from '../casework/inbox.service.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { TrustedDayService } from '../organisation/trusted-day.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import type { StaffService } from '../staff/staff.service.ts';
import { CasePurge } from './case-purge.service.ts';
import { ClosedConversationService } from './closed-conversation.service.ts';
import { DeletionResolver } from './deletion.resolver.ts';
import { DeletionService } from './deletion.service.ts';
import { DeletionRequests } from './deletion-request.service.ts';
import { DueCases } from './due-cases.service.ts';
import {
  CaseRetentionResolver,
  ReportRetentionResolver,
  RetentionStateResolver,
} from './retention.resolver.ts';
import { RetentionService } from './retention.service.ts';
import { RetentionPreviewService } from './retention-preview.service.ts';

/** What retention is built from. */
export interface RetentionParts {
  readonly dataSource: DataSource;
  readonly wakeUp: WakeUp;
  readonly organisations: OrganisationService;
  readonly trustedDay: TrustedDayService;
  readonly epochs: CaseEpochService;
  readonly audit: AuditService;
  readonly idempotency: IdempotencyService;
  readonly wraps: CaseWrapService;
  readonly staff: StaffService;
  readonly inbox: InboxService;
  readonly caseFiles: CaseFileService;
}

/** What the rest of the program takes from retention. */
export interface Retention {
  readonly closedConversations: ClosedConversationService;
  readonly requests: DeletionRequests;
  readonly deleting: RetentionService;
  readonly publicResolvers: readonly object[];
  readonly staffResolvers: readonly object[];
}

/** Builds everything that puts an end to cases, once. */
export function openRetention(parts: RetentionParts): Retention {
  const { dataSource, wakeUp, organisations, trustedDay } = parts;
  const dueCases = new DueCases(dataSource, organisations, trustedDay);
  const purge = new CasePurge(parts.epochs, parts.audit);
  const requests = new DeletionRequests(dataSource, organisations, parts.staff);
  const deletions = new DeletionService({ ...parts, purge, requests });
  return {
    requests,
    closedConversations: new ClosedConversationService(dataSource, organisations, wakeUp),
    deleting: new RetentionService(dataSource, organisations, trustedDay, dueCases, purge, wakeUp),
    publicResolvers: [new ReportRetentionResolver(organisations)],
    staffResolvers: [
      new CaseRetentionResolver(organisations, new RetentionPreviewService(organisations, dueCases)),
      new RetentionStateResolver(dueCases, trustedDay),
      new DeletionResolver(deletions, requests),
    ],
  };
}

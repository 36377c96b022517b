import type { DataSource } from 'typeorm';
import type { CaseEpochService } from '../access/case-epoch.service.ts';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { IdempotencyService } from '../access/idempotency.service.ts';
import type { AuditService } from '../audit/audit.service.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { MessageService } from '../messaging/message.service.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CaseBodyService } from '../reports/case-body.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import type { DeadlineService } from '../reports/deadline.service.ts';
import type { KeptOutLabels } from '../reports/kept-out-label.service.ts';
import type { Clock } from '../shared/clock.ts';
import type { StaffService } from '../staff/staff.service.ts';
import type { Caseworker } from '../viewer.ts';
import { AssignmentService } from './assignment.service.ts';
import { CaseActService } from './case-act.service.ts';
import { CaseDraftService } from './case-draft.service.ts';
import { CaseExclusions } from './case-exclusion.service.ts';
import { CaseExportService } from './case-export.service.ts';
import { CaseFieldsResolver } from './case-fields.resolver.ts';
import { CaseHoldersResolver } from './case-holders.resolver.ts';
import { CaseLabelService } from './case-label.service.ts';
import { CaseNoteService } from './case-note.service.ts';
import { CaseReadings } from './case-readings.service.ts';
import { CaseRecordResolver } from './case-record.resolver.ts';
import { CaseSearchResolver } from './case-search.resolver.ts';
import { CaseSearchService } from './case-search.service.ts';
import { CaseStatusService } from './case-status.service.ts';
import { CaseTexts } from './case-texts.ts';
import { CaseViewsService } from './case-views.service.ts';
import { CaseWorkResolver } from './case-work.resolver.ts';
import { CaseWritingResolver } from './case-writing.resolver.ts';
import { ColleaguesResolver } from './colleagues.resolver.ts';
import { type CaseOpening, COLLEAGUES_ON_CASE, ColleaguesOnCase } from './colleagues-on-case.service.ts';
import { FastWrapKeeper } from './fast-wrap-keeper.ts';
import { FastWrapMaker } from './fast-wrap-maker.ts';
import { GrantService } from './grant.service.ts';
import { InboxResolver } from './inbox.resolver.ts';
import { InboxService } from './inbox.service.ts';
import { INBOX_CHANGED, InboxFeed } from './inbox-feed.service.ts';
import { KeepOutService } from './keep-out.service.ts';
import { ReplyService } from './reply.service.ts';
import { ReplyTemplateResolver } from './reply-template.resolver.ts';
import { ReplyTemplateService } from './reply-template.service.ts';
import { SearchBatches } from './search-batches.ts';
import { ServiceHoursResolver } from './service-hours.resolver.ts';

/** What casework is built from. */
export interface CaseworkParts {
  readonly audit: AuditService;
  readonly epochs: CaseEpochService;
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly wakeUp: WakeUp;
  readonly organisations: OrganisationService;
  readonly idempotency: IdempotencyService;
  readonly wraps: CaseWrapService;
  readonly staff: StaffService;
  readonly caseBodies: CaseBodyService;
  readonly caseFiles: CaseFileService;
  readonly deadlines: DeadlineService;
  readonly messages: MessageService;
  readonly keptOutLabels: KeptOutLabels;
}

/** What the staff door takes from casework. */
export interface Casework {
  readonly inbox: InboxService;
  readonly resolvers: readonly object[];
  readonly feeds: Readonly<Record<string, (request: never) => AsyncIterable<unknown>>>;
  /** Deletes what counts no more. */
  sweep(): Promise<void>;
  /** Stops looking, and all timers. */
  close(): Promise<void>;
}

/** Builds everything that caseworkers work with, once. */
export function openCasework(parts: CaseworkParts): Casework {
  const { dataSource, clock, wakeUp, organisations, idempotency, wraps, staff } = parts;
  const { audit, caseBodies, caseFiles, deadlines, messages } = parts;

  const inbox = new InboxService(dataSource, organisations);
  const views = new CaseViewsService(dataSource, organisations);
  const acts = new CaseActService(dataSource, clock, audit);
  const drafts = new CaseDraftService(dataSource, wraps, inbox);
  const labels = new CaseLabelService(dataSource, wakeUp, organisations, wraps, inbox, caseFiles, acts);
  const notes = new CaseNoteService(
    dataSource,
    wakeUp,
    clock,
    organisations,
    idempotency,
    wraps,
    inbox,
    caseFiles,
    drafts,
    staff,
    audit,
  );
  const replies = new ReplyService(
    wakeUp,
    organisations,
    idempotency,
    wraps,
    inbox,
    messages,
    caseFiles,
    drafts,
    acts,
  );
  const assignments = new AssignmentService(
    wakeUp,
    organisations,
    idempotency,
    wraps,
    staff,
    inbox,
    caseFiles,
    notes,
    acts,
  );
  const statuses = new CaseStatusService(
    wakeUp,
    organisations,
    idempotency,
    wraps,
    inbox,
    messages,
    caseFiles,
    acts,
  );
  const exclusions = new CaseExclusions(dataSource, staff);
  const readings = new CaseReadings({
    wraps,
    inbox,
    staff,
    bodies: caseBodies,
    messages,
    notes,
    acts,
    drafts,
    labels,
    exclusions,
  });
  const held = { ...parts, bodies: caseBodies, labels: parts.keptOutLabels, exclusions, inbox, acts };
  const grants = new GrantService(held);
  const keepingOut = new KeepOutService(held);
  const keeper = new FastWrapKeeper(dataSource, wraps);
  const batches = new SearchBatches(dataSource, keeper, messages, notes);
  const texts = new CaseTexts(caseBodies, messages, notes);
  const search = new CaseSearchService(wraps, inbox, batches, texts, keeper);
  const exports = new CaseExportService(dataSource, audit, organisations, inbox, readings);
  const templates = new ReplyTemplateService(dataSource, audit);
  const maker = new FastWrapMaker(dataSource, wraps);
  const inboxFeed = new InboxFeed(dataSource, organisations, wakeUp, maker);
  const colleagues = new ColleaguesOnCase(dataSource, clock, wakeUp);

  return {
    inbox,
    resolvers: [
      new InboxResolver(inbox, views),
      new CaseFieldsResolver(readings),
      new CaseRecordResolver(readings),
      new CaseWorkResolver(assignments, statuses, labels),
      new CaseWritingResolver(replies, notes, drafts),
      new CaseSearchResolver(search, exports),
      new ColleaguesResolver(staff),
      new CaseHoldersResolver(grants, keepingOut, readings),
      new ReplyTemplateResolver(templates),
      new ServiceHoursResolver(organisations, deadlines),
    ],
    feeds: {
      [INBOX_CHANGED]: (caseworker: Caseworker) => inboxFeed.follow(caseworker),
      [COLLEAGUES_ON_CASE]: (opening: CaseOpening) => colleagues.follow(opening),
    },
    sweep: () => colleagues.sweep(),
    async close() {
      inboxFeed.close();
      await Promise.all([maker.close(), colleagues.close(), keeper.close()]);
    },
  };
}

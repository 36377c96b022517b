import type { DataSource } from 'typeorm';
import type { CaseEpochService } from '../access/case-epoch.service.ts';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { ConversationService } from '../access/conversation.service.ts';
import type { EnrolmentService } from '../access/enrolment.service.ts';
import type { IdempotencyService } from '../access/idempotency.service.ts';
import type { LogInService } from '../access/log-in.service.ts';
import type { ReporterSessionService } from '../access/reporter-session.service.ts';
import type { AuditService } from '../audit/audit.service.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { QuestionnaireService } from '../questionnaire/questionnaire.service.ts';
import type { Budgets } from '../shared/budgets.ts';
import type { StaffService } from '../staff/staff.service.ts';
import { KeptOutChoiceResolver, WouldReadResolver } from './kept-out-choice.resolver.ts';
import { KeptOutLabelResolver } from './kept-out-label.resolver.ts';
import { KeptOutLabels } from './kept-out-label.service.ts';
import { LogInResolver } from './log-in.resolver.ts';
import { ReadersService } from './readers.service.ts';
import { ReportResolver } from './report.resolver.ts';
import { ReportService } from './report.service.ts';
import type { ReportCounter } from './report-counter.type.ts';
import { SubmitReportService } from './submit-report.service.ts';

/** What reports are built from. */
export interface ReportParts {
  readonly dataSource: DataSource;
  readonly wakeUp: WakeUp;
  readonly organisations: OrganisationService;
  readonly idempotency: IdempotencyService;
  readonly enrolments: EnrolmentService;
  readonly conversations: ConversationService;
  readonly wraps: CaseWrapService;
  readonly epochs: CaseEpochService;
  readonly logIns: LogInService;
  readonly reporterSessions: ReporterSessionService;
  readonly questionnaires: QuestionnaireService;
  readonly staff: StaffService;
  readonly audit: AuditService;
  readonly budgets: Budgets;
  readonly counter: ReportCounter;
}

/** What the rest of the program takes from reports. */
export interface Reports {
  readonly keptOutLabels: KeptOutLabels;
  readonly readers: ReadersService;
  readonly publicResolvers: readonly object[];
  readonly staffResolvers: readonly object[];
}

/** Builds everything that takes reports in and shows them to their reporters, once. */
export function openReports(parts: ReportParts): Reports {
  const { dataSource, questionnaires, staff, enrolments, budgets } = parts;
  const keptOutLabels = new KeptOutLabels(dataSource, staff, parts.audit);
  const readers = new ReadersService(dataSource, staff, keptOutLabels);
  const reports = new ReportService(dataSource, questionnaires, readers);
  const submissions = new SubmitReportService(
    parts.wakeUp,
    parts.organisations,
    parts.idempotency,
    enrolments,
    parts.conversations,
    parts.wraps,
    parts.epochs,
    readers,
    questionnaires,
    parts.counter,
  );
  const choices = new KeptOutChoiceResolver(keptOutLabels);
  return {
    keptOutLabels,
    readers,
    publicResolvers: [
      choices,
      new WouldReadResolver(readers),
      new ReportResolver(reports, submissions, enrolments, budgets),
      new LogInResolver(parts.logIns, parts.reporterSessions, reports, budgets),
    ],
    staffResolvers: [choices, new KeptOutLabelResolver(keptOutLabels)],
  };
}

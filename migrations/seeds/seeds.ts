import { seedDeployment } from './0001-deployment.seed.ts';
import { seedOrganisation } from './0002-organisation.seed.ts';
import { seedStaff } from './0003-staff.seed.ts';
import { seedQuestionnaire } from './0004-questionnaire.seed.ts';
import { seedCaseFile } from './0005-case-file.seed.ts';
import { seedConversation } from './0006-conversation.seed.ts';
import { seedIdempotency } from './0007-idempotency.seed.ts';
import { seedCaseRecord } from './0008-case-record.seed.ts';
import { seedReplyTemplate } from './0009-reply-template.seed.ts';
import { seedServiceHours } from './0010-service-hours.seed.ts';
import { seedReplyClock } from './0011-reply-clock.seed.ts';
import { seedCaseLabels } from './0012-case-labels.seed.ts';
import { seedFastWrap } from './0013-fast-wrap.seed.ts';
import { seedInboxOrder } from './0014-inbox-order.seed.ts';
import { seedColleagueOnCase } from './0015-colleague-on-case.seed.ts';
import { seedMySettings } from './0016-my-settings.seed.ts';
import { seedDemonstration } from './0017-demonstration.seed.ts';
import { seedAccounts } from './0020-accounts.seed.ts';
import { seedResetLosses } from './0021-reset-losses.seed.ts';
import { seedKeptOut } from './0030-kept-out.seed.ts';
import { seedRetention } from './0031-retention.seed.ts';
import { seedDeletionRequest } from './0032-deletion-request.seed.ts';
import { seedMailNotices } from './0033-mail-notices.seed.ts';
import { seedCountableQuestions } from './0040-countable-questions.seed.ts';
import { seedQuestionnaireDraft } from './0041-questionnaire-draft.seed.ts';
import { seedOrganisationWording } from './0045-organisation-wording.seed.ts';
import { seedAuditLog } from './0050-audit-log.seed.ts';
import { seedStatistics } from './0060-statistics.seed.ts';
import { seedAnalyticsToken } from './0061-analytics-token.seed.ts';
import { seedPublishedYear } from './0062-published-year.seed.ts';
import { seedLostCases } from './0063-lost-cases.seed.ts';
import { seedDaySeen } from './0064-day-seen.seed.ts';
import { seedLinkMakers } from './0065-link-makers.seed.ts';
import type { Seed } from './seed.ts';

/** The seed of every migration, by the `name` of its class; a migration without one fails its test. */
export const seeds: Readonly<Record<string, Seed>> = {
  Deployment1700000000001: seedDeployment,
  Organisation1700000000002: seedOrganisation,
  Staff1700000000003: seedStaff,
  Questionnaire1700000000004: seedQuestionnaire,
  CaseFile1700000000005: seedCaseFile,
  Conversation1700000000006: seedConversation,
  Idempotency1700000000007: seedIdempotency,
  CaseRecord1700000000008: seedCaseRecord,
  ReplyTemplate1700000000009: seedReplyTemplate,
  ServiceHours1700000000010: seedServiceHours,
  ReplyClock1700000000011: seedReplyClock,
  CaseLabels1700000000012: seedCaseLabels,
  FastWrap1700000000013: seedFastWrap,
  InboxOrder1700000000014: seedInboxOrder,
  ColleagueOnCase1700000000015: seedColleagueOnCase,
  MySettings1700000000016: seedMySettings,
  Demonstration1700000000017: seedDemonstration,
  Accounts1700000000020: seedAccounts,
  ResetLosses1700000000021: seedResetLosses,
  CountableQuestions1700000000040: seedCountableQuestions,
  OrganisationWording1700000000045: seedOrganisationWording,
  QuestionnaireDraft1700000000041: seedQuestionnaireDraft,
  AuditLog1700000000050: seedAuditLog,
  Statistics1700000000060: seedStatistics,
  AnalyticsToken1700000000061: seedAnalyticsToken,
  PublishedYear1700000000062: seedPublishedYear,
  LostCases1700000000063: seedLostCases,
  DaySeen1700000000064: seedDaySeen,
  LinkMakers1700000000065: seedLinkMakers,
  KeptOut1700000000030: seedKeptOut,
  Retention1700000000031: seedRetention,
  DeletionRequest1700000000032: seedDeletionRequest,
  MailNotices1700000000033: seedMailNotices,
};

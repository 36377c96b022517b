import type { MigrationInterface } from 'typeorm';
import { Deployment1700000000001 } from '../../migrations/0001-deployment.ts';
import { Organisation1700000000002 } from '../../migrations/0002-organisation.ts';
import { Staff1700000000003 } from '../../migrations/0003-staff.ts';
import { Questionnaire1700000000004 } from '../../migrations/0004-questionnaire.ts';
import { CaseFile1700000000005 } from '../../migrations/0005-case-file.ts';
import { Conversation1700000000006 } from '../../migrations/0006-conversation.ts';
import { Idempotency1700000000007 } from '../../migrations/0007-idempotency.ts';
import { CaseRecord1700000000008 } from '../../migrations/0008-case-record.ts';
import { ReplyTemplate1700000000009 } from '../../migrations/0009-reply-template.ts';
import { ServiceHours1700000000010 } from '../../migrations/0010-service-hours.ts';
import { ReplyClock1700000000011 } from '../../migrations/0011-reply-clock.ts';
import { CaseLabels1700000000012 } from '../../migrations/0012-case-labels.ts';
import { FastWrap1700000000013 } from '../../migrations/0013-fast-wrap.ts';
import { InboxOrder1700000000014 } from '../../migrations/0014-inbox-order.ts';
import { ColleagueOnCase1700000000015 } from '../../migrations/0015-colleague-on-case.ts';
import { MySettings1700000000016 } from '../../migrations/0016-my-settings.ts';
import { Demonstration1700000000017 } from '../../migrations/0017-demonstration.ts';
import { Accounts1700000000020 } from '../../migrations/0020-accounts.ts';
import { ResetLosses1700000000021 } from '../../migrations/0021-reset-losses.ts';
import { KeptOut1700000000030 } from '../../migrations/0030-kept-out.ts';
import { Retention1700000000031 } from '../../migrations/0031-retention.ts';
import { DeletionRequest1700000000032 } from '../../migrations/0032-deletion-request.ts';
import { MailNotices1700000000033 } from '../../migrations/0033-mail-notices.ts';
import { CountableQuestions1700000000040 } from '../../migrations/0040-countable-questions.ts';
import { QuestionnaireDraft1700000000041 } from '../../migrations/0041-questionnaire-draft.ts';
import { OrganisationWording1700000000045 } from '../../migrations/0045-organisation-wording.ts';
import { AuditLog1700000000050 } from '../../migrations/0050-audit-log.ts';
import { Statistics1700000000060 } from '../../migrations/0060-statistics.ts';
import { AnalyticsToken1700000000061 } from '../../migrations/0061-analytics-token.ts';
import { PublishedYear1700000000062 } from '../../migrations/0062-published-year.ts';
import { LostCases1700000000063 } from '../../migrations/0063-lost-cases.ts';
import { DaySeen1700000000064 } from '../../migrations/0064-day-seen.ts';
import { LinkMakers1700000000065 } from '../../migrations/0065-link-makers.ts';

/**
 * Every migration, oldest first. The last 13 digits of a class name are how TypeORM orders them; they end in the
 * number of the file.
 */
export const migrations: readonly (new () => MigrationInterface)[] = [
  Deployment1700000000001,
  Organisation1700000000002,
  Staff1700000000003,
  Questionnaire1700000000004,
  CaseFile1700000000005,
  Conversation1700000000006,
  Idempotency1700000000007,
  CaseRecord1700000000008,
  ReplyTemplate1700000000009,
  ServiceHours1700000000010,
  ReplyClock1700000000011,
  CaseLabels1700000000012,
  FastWrap1700000000013,
  InboxOrder1700000000014,
  ColleagueOnCase1700000000015,
  MySettings1700000000016,
  Demonstration1700000000017,
  Accounts1700000000020,
  ResetLosses1700000000021,
  KeptOut1700000000030,
  Retention1700000000031,
  DeletionRequest1700000000032,
  MailNotices1700000000033,
  CountableQuestions1700000000040,
  QuestionnaireDraft1700000000041,
  OrganisationWording1700000000045,
  AuditLog1700000000050,
  Statistics1700000000060,
  AnalyticsToken1700000000061,
  PublishedYear1700000000062,
  LostCases1700000000063,
  DaySeen1700000000064,
  LinkMakers1700000000065,
];

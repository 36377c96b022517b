import 'reflect-metadata';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { AnalyticsTokenResolver } from './analytics/analytics-token.resolver.ts';
import { StatisticsResolver } from './analytics/statistics.resolver.ts';
import { StatisticsSettingResolver } from './analytics/statistics-setting.resolver.ts';
import { YearlyPageResolver } from './analytics/yearly-page.resolver.ts';
import { YearlyPublishingResolver } from './analytics/yearly-publishing.resolver.ts';
import { AuditLogResolver } from './audit/audit-log.resolver.ts';
import { CaseFieldsResolver } from './casework/case-fields.resolver.ts';
import { CaseHoldersResolver } from './casework/case-holders.resolver.ts';
import { CaseRecordResolver } from './casework/case-record.resolver.ts';
import { CaseSearchResolver } from './casework/case-search.resolver.ts';
import { CaseWorkResolver } from './casework/case-work.resolver.ts';
import { CaseWritingResolver } from './casework/case-writing.resolver.ts';
import { ColleaguesResolver } from './casework/colleagues.resolver.ts';
import { InboxResolver } from './casework/inbox.resolver.ts';
import { ReplyTemplateResolver } from './casework/reply-template.resolver.ts';
import { ServiceHoursResolver } from './casework/service-hours.resolver.ts';
import { MessageResolver } from './messaging/message.resolver.ts';
import { OrganisationResolver } from './organisation/organisation.resolver.ts';
import { OrganisationSettingsResolver } from './organisation/organisation-settings.resolver.ts';
import { SettingCheckResolver } from './organisation/setting-check.resolver.ts';
import { QuestionnaireResolver } from './questionnaire/questionnaire.resolver.ts';
import { QuestionnaireDraftResolver } from './questionnaire/questionnaire-draft.resolver.ts';
import { QuestionnaireVersionResolver } from './questionnaire/questionnaire-version.resolver.ts';
import { KeptOutChoiceResolver, WouldReadResolver } from './reports/kept-out-choice.resolver.ts';
import { KeptOutLabelResolver } from './reports/kept-out-label.resolver.ts';
import { LogInResolver } from './reports/log-in.resolver.ts';
import { ReportResolver } from './reports/report.resolver.ts';
import { DeletionResolver } from './retention/deletion.resolver.ts';
import {
  CaseRetentionResolver,
  ReportRetentionResolver,
  RetentionStateResolver,
} from './retention/retention.resolver.ts';
import { validateInput } from './shared/validate-input.ts';
import { AcceptsReportsResolver } from './staff/accepts-reports.resolver.ts';
import { AccountResolver } from './staff/account.resolver.ts';
import { JoiningResolver } from './staff/joining.resolver.ts';
import { MySettingsResolver } from './staff/my-settings.resolver.ts';
import { PeopleResolver } from './staff/people.resolver.ts';
import { SecondFactorResolver } from './staff/second-factor.resolver.ts';
import { StaffResolver } from './staff/staff.resolver.ts';

type ResolverClass = abstract new (...services: never[]) => object;

/** Everything a reporter may ask. No staff type is reachable from it. */
export const PUBLIC_RESOLVERS = [
  OrganisationResolver,
  AcceptsReportsResolver,
  QuestionnaireResolver,
  KeptOutChoiceResolver,
  WouldReadResolver,
  ReportResolver,
  LogInResolver,
  MessageResolver,
  YearlyPageResolver,
  ReportRetentionResolver,
] as const;

/** Everything staff may ask. */
export const STAFF_RESOLVERS = [
  OrganisationResolver,
  AcceptsReportsResolver,
  OrganisationSettingsResolver,
  SettingCheckResolver,
  StaffResolver,
  MySettingsResolver,
  AccountResolver,
  SecondFactorResolver,
  PeopleResolver,
  JoiningResolver,
  InboxResolver,
  CaseFieldsResolver,
  CaseRecordResolver,
  CaseWorkResolver,
  CaseWritingResolver,
  CaseSearchResolver,
  ColleaguesResolver,
  CaseHoldersResolver,
  CaseRetentionResolver,
  RetentionStateResolver,
  DeletionResolver,
  KeptOutChoiceResolver,
  KeptOutLabelResolver,
  ReplyTemplateResolver,
  ServiceHoursResolver,
  AuditLogResolver,
  StatisticsResolver,
  AnalyticsTokenResolver,
  YearlyPublishingResolver,
  StatisticsSettingResolver,
  QuestionnaireDraftResolver,
  QuestionnaireVersionResolver,
] as const;

/** Everything an analyst may ask: aggregates, and no case. */
export const ANALYTICS_RESOLVERS = [StatisticsResolver] as const;

/** What the resolvers of a door are built from. */
export interface DoorParts {
  /** One instance of each resolver class of the door. */
  readonly resolvers: readonly object[];
  /** By the name of the subscription: what its events come from. */
  readonly feeds: Readonly<Record<string, (request: never) => AsyncIterable<unknown>>>;
}

/**
 * Builds the schema of one door.
 *
 * Inputs are validated, and a fault of validation carries neither the input nor its value.
 *
 * @throws {TypeError} a resolver class of the door has no instance.
 */
export async function buildDoorSchema(
  classes: readonly ResolverClass[],
  { resolvers, feeds }: DoorParts,
): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: classes as unknown as NonEmptyArray<() => void>,
    orphanedTypes: [],
    validateFn: validateInput,
    // Apollo Server checks the schema when it starts; asking for all of it here would take three times as long as building it.
    skipCheck: true,
    container: {
      get(wanted) {
        const found = resolvers.find((resolver) => resolver.constructor === wanted);
        if (!found) throw new TypeError(`No instance of ${wanted.name}`);
        return found;
      },
    },
    pubSub: {
      publish: () => {},
      subscribe: (name, request) => {
        const feed = feeds[name];
        if (!feed) throw new TypeError(`No feed for ${name}`);
        return feed(request as never);
      },
    },
  });
}

/** The schema of all doors together, as `schema.graphql` holds it: sorted, with a line end. */
export async function printWholeSchema(): Promise<string> {
  const whole = await buildDoorSchema(
    [...new Set([...PUBLIC_RESOLVERS, ...STAFF_RESOLVERS, ...ANALYTICS_RESOLVERS])],
    {
      resolvers: [],
      feeds: {},
    },
  );
  return `${printSchema(lexicographicSortSchema(whole))}\n`;
}

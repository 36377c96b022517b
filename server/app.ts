import type { DataSource } from 'typeorm';
import { CaseEpochService } from './access/case-epoch.service.ts';
import { CaseWrapService } from './access/case-wrap.service.ts';
import { ConversationEntity } from './access/conversation.entity.ts';
import { ConversationService } from './access/conversation.service.ts';
import { EnrolmentService } from './access/enrolment.service.ts';
import { IdempotencyEntity } from './access/idempotency.entity.ts';
import { IdempotencyService } from './access/idempotency.service.ts';
import { LogInService } from './access/log-in.service.ts';
import { ReporterSessionService } from './access/reporter-session.service.ts';
import { SessionWatch } from './access/session-watch.service.ts';
import { mayReadAnalyticsSchema } from './analytics/analytics-viewer.service.ts';
import { openAnalytics } from './analytics/open-analytics.ts';
import { SAVED_QUESTIONS } from './analytics/saved-questions.ts';
import { jobsOf } from './app-jobs.ts';
import { AuditService } from './audit/audit.service.ts';
import { AuditCheckService } from './audit/audit-check.service.ts';
import { AuditLogResolver } from './audit/audit-log.resolver.ts';
import { AuditLogService } from './audit/audit-log.service.ts';
import { DepartureService } from './casework/departure.service.ts';
import { openCasework } from './casework/open-casework.ts';
import type { Config } from './config.ts';
import { Argon2Queue } from './crypto/argon2-queue.ts';
import { DeploymentSecrets } from './crypto/deployment-secrets.ts';
import { ShortLivedSeal } from './crypto/short-lived-seal.ts';
import type { Job } from './database/jobs.ts';
import type { WakeUp } from './database/wake-up.ts';
import { type FirstAdministratorLink, firstAdministratorLink } from './first-administrator-link.ts';
import type { Door } from './http/door.ts';
import { MemoryBudgets } from './http/limits.ts';
import { ANALYTICS_LIMITS, PUBLIC_LIMITS, STAFF_LIMITS } from './http/operation-limits.ts';
import { MessageEntity } from './messaging/message.entity.ts';
import { MessageResolver } from './messaging/message.resolver.ts';
import { MessageService } from './messaging/message.service.ts';
import { CASEWORKER_REPLIED, type FollowRequest, ReplyFeed } from './messaging/reply-feed.service.ts';
import { SendMessageService } from './messaging/send-message.service.ts';
import { openListeners } from './open-listeners.ts';
import { openSettings } from './organisation/open-settings.ts';
import { OrganisationEntity } from './organisation/organisation.entity.ts';
import { OrganisationResolver } from './organisation/organisation.resolver.ts';
import { OrganisationService } from './organisation/organisation.service.ts';
import { TrustedDayService } from './organisation/trusted-day.service.ts';
import { openQuestionnaireEditing } from './questionnaire/open-questionnaire.ts';
import { QuestionnaireVersionEntity } from './questionnaire/questionnaire.entity.ts';
import { QuestionnaireResolver } from './questionnaire/questionnaire.resolver.ts';
import { QuestionnaireService } from './questionnaire/questionnaire.service.ts';
import { CaseBodyService } from './reports/case-body.service.ts';
import { CaseFileEntity } from './reports/case-file.entity.ts';
import { CaseFileService } from './reports/case-file.service.ts';
import { DeadlineService } from './reports/deadline.service.ts';
import { openReports } from './reports/open-reports.ts';
import { openRetention } from './retention/open-retention.ts';
import { SweepService } from './retention/sweep.service.ts';
import { ANALYTICS_RESOLVERS, buildDoorSchema, PUBLIC_RESOLVERS, STAFF_RESOLVERS } from './schema.ts';
import type { Budgets } from './shared/budgets.ts';
import type { Clock } from './shared/clock.ts';
import type { Log } from './shared/log.ts';
import { AcceptsReportsResolver } from './staff/accepts-reports.resolver.ts';
import { CaseworkerEntity } from './staff/caseworker.entity.ts';
import { openStaff } from './staff/open-staff.ts';
import { ANYONE } from './viewer.ts';

/** What the program is built from. */
export interface AppOptions {
  readonly config: Config;
  readonly dataSource: DataSource;
  readonly wakeUp: WakeUp;
  /** The master secret, 32 bytes. */
  readonly master: Buffer;
  readonly log: Log;
  readonly clock: Clock;
  /** Holds the built pages, in `reporter` and `caseworker`; null: GraphQL only. */
  readonly pagesFolder: string | null;
  /** @default budgets that a campus behind one address does not meet. */
  readonly budgets?: Budgets;
  /** @default at most two Argon2 runs at once and 32 waiting. */
  readonly argon2?: Argon2Queue;
}

/** Entities of all rooms. */
export const entities = [
  OrganisationEntity,
  ConversationEntity,
  IdempotencyEntity,
  CaseworkerEntity,
  QuestionnaireVersionEntity,
  CaseFileEntity,
  MessageEntity,
];

/** The running program. */
export interface App {
  /** Where reporters go; null when this process serves none. */
  readonly publicUrl: string | null;
  /** Where staff go; null when this process serves none. */
  readonly staffUrl: string | null;
  readonly firstAdministratorLink: FirstAdministratorLink;
  /** What is done at fixed times, for a scheduler to call. */
  readonly jobs: readonly Job[];
  /** Stops listening, closes sockets, and stops all timers. */
  close(): Promise<void>;
}

/**
 * Builds every service once and opens the listeners.
 *
 * @throws whatever keeps a listener from opening; nothing is left open then.
 */
export async function openApp(options: AppOptions): Promise<App> {
  const { config, dataSource, wakeUp, clock, log } = options;
  const secrets = DeploymentSecrets.fromMaster(options.master);
  const argon2 = options.argon2 ?? new Argon2Queue();
  const budgets = options.budgets ?? new MemoryBudgets();

  const audit = new AuditService(secrets, clock);
  const organisations = new OrganisationService(dataSource, clock);
  const trustedDay = new TrustedDayService(dataSource, organisations, log);
  const idempotency = new IdempotencyService(dataSource, secrets);
  const enrolments = new EnrolmentService(secrets, clock);
  const conversations = new ConversationService(secrets, argon2);
  const wraps = new CaseWrapService();
  const reporterSessions = new ReporterSessionService(dataSource, clock, wakeUp);
  const reporterWatch = new SessionWatch(dataSource, clock, wakeUp, 'reporter_session');
  const logIns = new LogInService(dataSource, conversations, reporterSessions);
  const caseFiles = new CaseFileService();
  const staffRoom = openStaff({
    dataSource,
    argon2,
    clock,
    wakeUp,
    secrets,
    organisations,
    budgets,
    audit,
    sendsMail: config.mail !== null,
    departures: {
      today: () => organisations.today(),
      begin: (manager) => epochs.change(manager),
      lostWith: (manager, caseworkerId) => departures.lostWith(manager, caseworkerId),
      departed: (manager, caseworkerId, today) => departures.departed(manager, caseworkerId, today),
    },
  });
  const { staff, invitations, sessions: staffSessions, watch: staffWatch } = staffRoom;
  const epochs = new CaseEpochService(staff);
  const departures = new DepartureService(epochs, caseFiles);
  const questionnaires = new QuestionnaireService(dataSource, organisations);
  const caseBodies = new CaseBodyService(dataSource, questionnaires);
  const analytics = openAnalytics({
    dataSource,
    secrets,
    clock,
    audit,
    organisations,
    questionnaires,
    staffSessions,
  });
  const reports = openReports({
    dataSource,
    wakeUp,
    organisations,
    idempotency,
    enrolments,
    conversations,
    wraps,
    epochs,
    logIns,
    reporterSessions,
    questionnaires,
    staff,
    audit,
    budgets,
    counter: analytics.counter,
  });
  const { readers, keptOutLabels } = reports;
  const messages = new MessageService(dataSource);
  const sending = new SendMessageService(wakeUp, organisations, idempotency, readers, messages, caseFiles);
  const replyFeed = new ReplyFeed(dataSource, messages, wakeUp);
  const deadlines = new DeadlineService(dataSource, organisations, wakeUp, audit);
  const casework = openCasework({
    audit,
    epochs,
    dataSource,
    clock,
    wakeUp,
    organisations,
    idempotency,
    wraps,
    staff,
    caseBodies,
    caseFiles,
    deadlines,
    messages,
    keptOutLabels,
  });
  const retention = openRetention({
    dataSource,
    wakeUp,
    organisations,
    trustedDay,
    epochs,
    audit,
    idempotency,
    wraps,
    staff,
    caseFiles,
    inbox: casework.inbox,
  });
  const sweep = new SweepService(log, trustedDay, {
    parts: [reporterSessions, staffSessions, casework, retention.requests, deadlines],
    forGood: [idempotency, retention.closedConversations, analytics.closing, analytics.tokens],
  });

  await organisations.ensureDefaults(config.organisationName);
  await questionnaires.ensureDefaults(await organisations.today());
  await analytics.closing.ensureStart(await organisations.today());

  const publicDoor: Door = {
    name: 'public',
    limits: PUBLIC_LIMITS,
    schema: await buildDoorSchema(PUBLIC_RESOLVERS, {
      resolvers: [
        new OrganisationResolver(organisations),
        new AcceptsReportsResolver(staff, organisations),
        new QuestionnaireResolver(questionnaires),
        ...reports.publicResolvers,
        new MessageResolver(messages, sending, budgets),
        ...analytics.publicResolvers,
        ...retention.publicResolvers,
      ],
      feeds: { [CASEWORKER_REPLIED]: (request: FollowRequest) => replyFeed.follow(request) },
    }),
    identify: async (token) => (token && (await reporterSessions.identify(token))) || ANYONE,
    onSessionEnd: (sessionHash, ended) => reporterWatch.watch(sessionHash, ended),
  };
  const auditLog = new AuditLogService(dataSource);
  const staffDoor: Door = {
    name: 'staff',
    limits: STAFF_LIMITS,
    schema: await buildDoorSchema(STAFF_RESOLVERS, {
      resolvers: [
        new OrganisationResolver(organisations),
        new AcceptsReportsResolver(staff, organisations),
        ...openSettings(dataSource, organisations, audit, auditLog),
        ...staffRoom.resolvers,
        ...openQuestionnaireEditing(dataSource, organisations, questionnaires, audit),
        ...reports.staffResolvers,
        ...casework.resolvers,
        ...retention.staffResolvers,
        new AuditLogResolver(auditLog, new AuditCheckService(dataSource, secrets)),
        ...analytics.staffResolvers,
      ],
      feeds: casework.feeds,
    }),
    identify: async (token) => (token && (await staffSessions.identify(token))) || ANYONE,
    onSessionEnd: (sessionHash, ended) => staffWatch.watch(sessionHash, ended),
  };

  const analyticsDoor: Door = {
    name: 'analytics',
    limits: ANALYTICS_LIMITS,
    schema: await buildDoorSchema(ANALYTICS_RESOLVERS, { resolvers: analytics.resolvers, feeds: {} }),
    identify: async (token) => (token && (await analytics.viewers.identify(token))) || ANYONE,
    mayReadSchema: mayReadAnalyticsSchema,
    // Nothing that lasts: no sockets on this door.
    onSessionEnd: () => () => {},
  };

  const sealer = new ShortLivedSeal(secrets.portalKey, () => clock.now());
  const pages = options.pagesFolder === null ? null : { folder: options.pagesFolder, sealer };
  const listeners = await openListeners(config, log, publicDoor, staffDoor, pages, {
    door: analyticsDoor,
    saved: SAVED_QUESTIONS,
  });
  await sweep.start();
  return {
    ...listeners.urls,
    firstAdministratorLink: listeners.urls.staffUrl
      ? await firstAdministratorLink(invitations, listeners.urls.staffUrl)
      : null,
    jobs: jobsOf({ dataSource, organisations, deleting: retention.deleting, mail: config.mail }),
    async close() {
      sweep.stop();
      await listeners.close();
      for (const part of [replyFeed, reporterWatch, staffWatch]) part.close();
      await casework.close();
    },
  };
}

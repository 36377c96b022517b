import type { DataSource } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import type { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { QuestionnaireService } from '../questionnaire/questionnaire.service.ts';
import type { ReportCounter } from '../reports/report-counter.type.ts';
import type { Clock } from '../shared/clock.ts';
import type { StaffSessionService } from '../staff/staff-session.service.ts';
import { AnalyticsTokenResolver } from './analytics-token.resolver.ts';
import { AnalyticsTokenService } from './analytics-token.service.ts';
import { AnalyticsViewerService } from './analytics-viewer.service.ts';
import { ClosingService } from './closing.service.ts';
import { ReleasedService } from './released.service.ts';
import { ReportCountingService } from './report-counting.service.ts';
import { StatisticsResolver } from './statistics.resolver.ts';
import { StatisticsService } from './statistics.service.ts';
import { StatisticsSettingResolver } from './statistics-setting.resolver.ts';
import { StatisticsSettingService } from './statistics-setting.service.ts';
import { TallyService } from './tally.service.ts';
import { WorkStatisticsService } from './work-statistics.service.ts';
import { YearlyFiguresService } from './yearly-figures.service.ts';
import { YearlyPageResolver } from './yearly-page.resolver.ts';
import { YearlyPageService } from './yearly-page.service.ts';
import { YearlyPublishingResolver } from './yearly-publishing.resolver.ts';

/** What statistics are built from. */
export interface AnalyticsParts {
  readonly dataSource: DataSource;
  readonly secrets: DeploymentSecrets;
  readonly clock: Clock;
  readonly audit: AuditService;
  readonly organisations: OrganisationService;
  readonly questionnaires: QuestionnaireService;
  readonly staffSessions: StaffSessionService;
}

/** What the program takes from statistics. */
export interface Analytics {
  readonly counter: ReportCounter;
  readonly closing: ClosingService;
  readonly tokens: AnalyticsTokenService;
  readonly viewers: AnalyticsViewerService;
  /** Behind the analytics door. */
  readonly resolvers: readonly object[];
  /** For everybody. */
  readonly publicResolvers: readonly object[];
  /** For staff. */
  readonly staffResolvers: readonly object[];
}

/** Builds everything that counts, once. */
export function openAnalytics(parts: AnalyticsParts): Analytics {
  const { dataSource, secrets, clock, audit, organisations, questionnaires } = parts;
  const tallies = new TallyService(secrets);
  const released = new ReleasedService(dataSource);
  const tokens = new AnalyticsTokenService(dataSource, clock, audit);
  const answers = new StatisticsService(organisations, questionnaires, released);
  const statistics = new StatisticsResolver(answers, new WorkStatisticsService(released), tokens);
  const figures = new YearlyFiguresService(organisations, questionnaires, released, answers);
  const years = new YearlyPageService(dataSource, organisations, figures, audit);
  return {
    counter: new ReportCountingService(organisations, questionnaires, tallies),
    closing: new ClosingService(dataSource, organisations, tallies),
    tokens,
    viewers: new AnalyticsViewerService(tokens, parts.staffSessions),
    resolvers: [statistics],
    publicResolvers: [new YearlyPageResolver(years)],
    staffResolvers: [
      statistics,
      new AnalyticsTokenResolver(tokens),
      new StatisticsSettingResolver(new StatisticsSettingService(dataSource, audit)),
      new YearlyPublishingResolver(years),
    ],
  };
}

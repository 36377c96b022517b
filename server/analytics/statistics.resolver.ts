import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type RequestContext, readsStatistics, type Viewer } from '../viewer.ts';
import type { AnalyticsTokenService } from './analytics-token.service.ts';
import { StatisticsFilter } from './statistics.input.ts';
import type { StatisticsService } from './statistics.service.ts';
import { Bucket, CountTable, Dimension, ReplyTimeTable, StatisticsMeta } from './statistics.type.ts';
import type { WorkStatisticsService } from './work-statistics.service.ts';
import { BacklogTable, MessagingUseTable, WorkFlowTable } from './work-statistics.type.ts';

const MONTHS = { defaultValue: Bucket.MONTH, description: 'how long a period is' };

/** Aggregates, the same behind the analytics door and for signed-in staff. */
@Resolver()
export class StatisticsResolver {
  constructor(
    private readonly reports: StatisticsService,
    private readonly work: WorkStatisticsService,
    private readonly tokens: AnalyticsTokenService,
  ) {}

  @Query(() => StatisticsMeta, { description: 'what may be asked, and how far the data reach' })
  async statistics(@Ctx() { viewer }: RequestContext): Promise<StatisticsMeta> {
    await this.admit(viewer, 'statistics', {});
    return this.reports.meta();
  }

  @Query(() => CountTable, {
    description:
      'Reports, counted by one of the combinations that `statistics` lists; others are BAD_USER_INPUT.',
  })
  async reportCounts(
    @Arg('by', () => [Dimension], { description: 'one of `StatisticsMeta.combinations`' }) by: Dimension[],
    @Arg('bucket', () => Bucket, MONTHS) bucket: Bucket,
    @Arg('where', () => StatisticsFilter, { description: 'which reports' }) where: StatisticsFilter,
    @Arg('question', () => ID, { nullable: true, description: 'for ANSWER, and only then: the question' })
    question: string | null | undefined,
    @Ctx() { viewer }: RequestContext,
  ): Promise<CountTable> {
    await this.admit(viewer, 'reportCounts', { by, bucket, where, question });
    return this.reports.counts(by, bucket, where, question ?? null);
  }

  @Query(() => ReplyTimeTable, {
    description: 'How soon first replies came, by PERIOD or over all; another dimension is BAD_USER_INPUT.',
  })
  async replyTimes(
    @Arg('by', () => [Dimension], { defaultValue: [], description: 'PERIOD or nothing' }) by: Dimension[],
    @Arg('bucket', () => Bucket, MONTHS) bucket: Bucket,
    @Arg('where', () => StatisticsFilter, { description: 'which reports; no categories' })
    where: StatisticsFilter,
    @Ctx() { viewer }: RequestContext,
  ): Promise<ReplyTimeTable> {
    await this.admit(viewer, 'replyTimes', { by, bucket, where });
    return this.reports.replyTimes(by, bucket, where);
  }

  @Query(() => BacklogTable, { description: 'open work by age, as it was when the last month was closed' })
  async backlog(@Ctx() { viewer }: RequestContext): Promise<BacklogTable> {
    await this.admit(viewer, 'backlog', {});
    return this.work.backlog();
  }

  @Query(() => WorkFlowTable, { description: 'what came in and what was closed, by period' })
  async workFlow(
    @Arg('bucket', () => Bucket, MONTHS) bucket: Bucket,
    @Arg('where', () => StatisticsFilter, { description: 'which days; no categories' })
    where: StatisticsFilter,
    @Ctx() { viewer }: RequestContext,
  ): Promise<WorkFlowTable> {
    await this.admit(viewer, 'workFlow', { bucket, where });
    return this.work.flow(bucket, where);
  }

  @Query(() => MessagingUseTable, { description: 'whether messaging is used, by period' })
  async messagingUse(
    @Arg('bucket', () => Bucket, MONTHS) bucket: Bucket,
    @Arg('where', () => StatisticsFilter, { description: 'which days; no categories' })
    where: StatisticsFilter,
    @Ctx() { viewer }: RequestContext,
  ): Promise<MessagingUseTable> {
    await this.admit(viewer, 'messagingUse', { bucket, where });
    return this.work.messagingUse(bucket, where);
  }

  /** What an analyst asks is written down; staff are signed in and see the cases anyhow. */
  private async admit(
    viewer: Viewer,
    operation: string,
    asked: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    readsStatistics(viewer);
    if (viewer.kind === 'analyst') await this.tokens.note(viewer, operation, asked);
  }
}

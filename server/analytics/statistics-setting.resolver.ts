import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { administering, type RequestContext } from '../viewer.ts';
import type { StatisticsSettingService } from './statistics-setting.service.ts';
import { ChangeStatisticsThresholdResult, StatisticsSetting } from './statistics-setting.type.ts';

/** The threshold of statistics, in the hands of administrators. */
@Resolver()
export class StatisticsSettingResolver {
  constructor(private readonly settings: StatisticsSettingService) {}

  @Query(() => StatisticsSetting, {
    description: 'For administrators. Below which number nothing is told, and from when on.',
  })
  async statisticsSetting(@Ctx() { viewer }: RequestContext): Promise<StatisticsSetting> {
    administering(viewer);
    return this.settings.read();
  }

  @Mutation(() => ChangeStatisticsThresholdResult, {
    description:
      'For administrators. Changes below which number nothing is told. A year that has begun to be told goes on with its own.',
  })
  async changeStatisticsThreshold(
    @Arg('threshold', () => Int, { description: '5 to 100' }) threshold: number,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ChangeStatisticsThresholdResult> {
    const administrator = administering(viewer);
    return orBusy(() => this.settings.change(administrator, threshold));
  }
}

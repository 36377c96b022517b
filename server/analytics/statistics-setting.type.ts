import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';
import { GraphQLDay } from '../shared/scalars.ts';

/** Below which number nothing is told. */
@ObjectType({ description: 'Below which number nothing is told in statistics.' })
export class StatisticsSetting {
  @Field(() => Int, { description: 'the threshold as it is set, 5 to 100' })
  readonly threshold!: number;

  @Field(() => Int, { description: 'the threshold that the months closed now are told with' })
  readonly inForce!: number;

  @Field(() => GraphQLDay, {
    description:
      'first day of the first month that is told with `threshold`; all months of one year are told with one',
  })
  readonly appliesFrom!: string;
}

/** The threshold is as asked. */
@ObjectType({ description: 'The threshold is as asked.' })
export class StatisticsSettingChanged {
  @Field(() => StatisticsSetting, { description: 'as it is now' })
  readonly setting: StatisticsSetting;

  constructor(setting: StatisticsSetting) {
    this.setting = setting;
  }
}

/** A threshold that protects nobody, or tells nothing. */
@ObjectType({
  implements: Problem,
  description: 'A threshold that protects nobody, or with which nothing would be told. Nothing was stored.',
})
export class InvalidThreshold extends Problem {}

/** What `changeStatisticsThreshold` answers. */
export const ChangeStatisticsThresholdResult = createUnionType({
  name: 'ChangeStatisticsThresholdResult',
  description: 'What came of changing the threshold of statistics.',
  types: () => [StatisticsSettingChanged, InvalidThreshold, ServiceBusy] as const,
});

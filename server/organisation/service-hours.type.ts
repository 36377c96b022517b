import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';
import { GraphQLDay } from '../shared/scalars.ts';
import { ChangedMeanwhile } from './settings.type.ts';
import { LocalText } from './wording-part.type.ts';

/** A stretch of one weekday in which somebody is there to answer. */
@ObjectType({ description: 'A stretch of one weekday in which somebody is there to answer.' })
export class ServicePeriod {
  @Field(() => Int, { description: '1 for Monday to 7 for Sunday' })
  readonly weekday!: number;

  @Field(() => String, { description: 'HH:MM, where the organisation is' })
  readonly from!: string;

  @Field(() => String, { description: 'HH:MM, later than `from`; 24:00 is the end of the day' })
  readonly to!: string;
}

/** Days on which nobody answers. */
@ObjectType({ description: 'Days in a row on which nobody answers.' })
export class ServiceClosure {
  @Field(() => GraphQLDay, { description: 'the first day' })
  readonly from!: string;

  @Field(() => GraphQLDay, { description: 'the last day' })
  readonly to!: string;

  @Field(() => [LocalText], { description: 'why, in every language that was written; everybody may read it' })
  readonly reasons!: readonly LocalText[];
}

/** When somebody is there to answer, and within how long. */
@ObjectType({ description: 'When somebody is there to answer, and within how long.' })
export class ServiceHours {
  @Field(() => String, { description: 'IANA name, such as Europe/London' })
  readonly timeZone!: string;

  @Field(() => [ServicePeriod], { description: 'a weekday without one is no working day' })
  readonly periods!: readonly ServicePeriod[];

  @Field(() => [GraphQLDay], { description: 'days that are no working days, in order' })
  readonly closureDays!: readonly string[];

  @Field(() => [ServiceClosure], { description: 'the same days in rows, in order, with their reasons' })
  readonly closures!: readonly ServiceClosure[];

  @Field(() => String, { description: 'names this state; `changeServiceHours` takes it' })
  readonly version!: string;

  @Field(() => Int, { description: 'within how many working days an answer is promised' })
  readonly targetWorkingDays!: number;
}

/** The hours are as asked. */
@ObjectType({ description: 'The hours are as asked, and open deadlines follow them.' })
export class ServiceHoursChanged {
  @Field(() => ServiceHours, { description: 'as they are now' })
  readonly serviceHours: ServiceHours;

  @Field(() => Int, { description: 'how many open deadlines are on another day now' })
  readonly movedDeadlines: number;

  constructor(serviceHours: ServiceHours, movedDeadlines: number) {
    this.serviceHours = serviceHours;
    this.movedDeadlines = movedDeadlines;
  }
}

/** Hours that nothing could be promised by. */
@ObjectType({
  implements: Problem,
  description: 'Hours that nothing could be promised by; the message says why. Nothing was stored.',
})
export class InvalidServiceHours extends Problem {
  @Field(() => String, {
    nullable: true,
    description:
      'where it lies, as a path of input fields, such as periods.2.to or closures.0.reasons.cy; null: in no single one',
  })
  readonly field: string | null;

  constructor(message: string, field: string | null) {
    super(message);
    this.field = field;
  }
}

/** What `changeServiceHours` answers. */
export const ChangeServiceHoursResult = createUnionType({
  name: 'ChangeServiceHoursResult',
  description: 'What came of changing the service hours.',
  types: () => [ServiceHoursChanged, InvalidServiceHours, ChangedMeanwhile, ServiceBusy] as const,
});

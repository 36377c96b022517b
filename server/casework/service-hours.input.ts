import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { GraphQLDay } from '../shared/scalars.ts';

/** A stretch of one weekday. */
@InputType({ description: 'A stretch of one weekday in which somebody is there to answer.' })
export class ServicePeriodInput {
  @Field(() => Int, { description: '1 for Monday to 7 for Sunday' })
  weekday!: number;

  @Field(() => String, { description: 'HH:MM, where the organisation is' })
  @MaxLength(5)
  from!: string;

  @Field(() => String, { description: 'HH:MM, later than `from`; 24:00 is the end of the day' })
  @MaxLength(5)
  to!: string;
}

/** Why it is closed, in one language. */
@InputType({ description: 'Why it is closed, in one language.' })
export class ClosureReasonInput {
  @Field(() => String, { description: 'BCP 47, one of the languages of the portal' })
  @MaxLength(35)
  locale!: string;

  @Field(() => String, { description: 'plain text, 200 characters at most; empty: none' })
  @MaxLength(2_000)
  text!: string;
}

/** Days on which nobody answers. */
@InputType({ description: 'Days in a row on which nobody answers.' })
export class ServiceClosureInput {
  @Field(() => GraphQLDay, { description: 'the first day' })
  from!: string;

  @Field(() => GraphQLDay, { description: 'the last day, a year later and ten years ahead at most' })
  to!: string;

  @Field(() => [ClosureReasonInput], { description: 'why; everybody may read it' })
  @ArrayMaxSize(20)
  @ValidateNested()
  reasons!: ClosureReasonInput[];
}

/** When somebody is there to answer, and within how long; all of it. */
@InputType({ description: 'When somebody is there to answer, and within how long; all of it.' })
export class ChangeServiceHoursInput {
  @Field(() => String, { description: 'IANA name, such as Europe/London' })
  @MaxLength(100)
  timeZone!: string;

  @Field(() => [ServicePeriodInput], { description: 'a weekday without one is no working day; at least one' })
  @ArrayMaxSize(100)
  @ValidateNested()
  periods!: ServicePeriodInput[];

  @Field(() => [GraphQLDay], { description: 'days that are no working days, ten years ahead at most' })
  @ArrayMaxSize(1_000)
  closureDays!: string[];

  @Field(() => [ServiceClosureInput], {
    nullable: true,
    description:
      'further closure days in rows; absent: rows that are stored stay, as far as `closureDays` has them',
  })
  @ArrayMaxSize(500)
  @ValidateNested()
  closures?: ServiceClosureInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: '`ServiceHours.version` of what was changed; absent: whatever is stored is replaced',
  })
  @MaxLength(100)
  version?: string | null;

  @Field(() => Int, { description: 'within how many working days an answer is promised, 1 to 60' })
  targetWorkingDays!: number;
}

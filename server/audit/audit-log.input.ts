import { Field, ID, InputType } from 'type-graphql';
import type { Day } from '../shared/day.ts';
import { GraphQLDay } from '../shared/scalars.ts';
import { AuditAct } from './audit-act.type.ts';

/** Which entries are asked for; all of it has to hold. */
@InputType({ description: 'Which entries are asked for; all of it has to hold.' })
export class AuditLogFilter {
  @Field(() => ID, { nullable: true, description: 'who did it' })
  personId?: string | null;

  @Field(() => AuditAct, { nullable: true, description: 'what was done' })
  act?: AuditAct | null;

  @Field(() => GraphQLDay, { nullable: true, description: 'from this day on' })
  from?: Day | null;

  @Field(() => GraphQLDay, { nullable: true, description: 'until this day, itself included' })
  to?: Day | null;
}

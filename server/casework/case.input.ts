import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CaseStatus } from '../reports/case-status.type.ts';
import { GraphQLDay } from '../shared/scalars.ts';
import { CaseView } from './case-view.type.ts';

/** Which cases. All that are given must hold. */
@InputType({ description: 'Which cases. All that are given must hold.' })
export class CaseFilter {
  @Field(() => [CaseStatus], { nullable: true, description: 'in one of these' })
  @ArrayMaxSize(10)
  status?: CaseStatus[];

  @Field(() => ID, {
    nullable: true,
    description: 'assigned to this caseworker',
  })
  @MaxLength(100)
  assignee?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: assigned to nobody; false: to somebody',
  })
  isUnassigned?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'whether the day of the answer has passed',
  })
  isOverdue?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'whether something arrived that one has not opened',
  })
  hasUnread?: boolean;

  @Field(() => GraphQLDay, {
    nullable: true,
    description: 'on this day or later',
  })
  receivedFrom?: string;

  @Field(() => GraphQLDay, {
    nullable: true,
    description: 'on this day or earlier',
  })
  receivedTo?: string;

  @Field(() => CaseView, {
    nullable: true,
    description: 'in this list',
  })
  view?: CaseView;

  @Field(() => ID, {
    nullable: true,
    description: 'with this label',
  })
  @MaxLength(100)
  label?: string;
}

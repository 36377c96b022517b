import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CaseStatus } from '../reports/case-status.type.ts';
import { Caseworker } from '../staff/staff.type.ts';
import { CaseLabel } from './case-label.type.ts';

/** What a member of staff did with a case. */
export enum CaseActKind {
  ASSIGNED = 'ASSIGNED',
  UNASSIGNED = 'UNASSIGNED',
  HANDED_OVER = 'HANDED_OVER',
  STATUS_CHANGED = 'STATUS_CHANGED',
  REPLIED = 'REPLIED',
  LABELLED = 'LABELLED',
  UNLABELLED = 'UNLABELLED',
  GRANTED = 'GRANTED',
  KEPT_OUT = 'KEPT_OUT',
}

registerEnumType(CaseActKind, {
  name: 'CaseActKind',
  description: 'What a member of staff did with a case.',
  valuesConfig: {
    ASSIGNED: { description: 'gave it to somebody, or took it' },
    UNASSIGNED: { description: 'took it from somebody, or gave it up' },
    HANDED_OVER: { description: 'gave it to somebody with a note' },
    STATUS_CHANGED: { description: 'moved it on' },
    REPLIED: { description: 'wrote to the reporter' },
    LABELLED: { description: 'put a label on it' },
    UNLABELLED: { description: 'took a label off it' },
    GRANTED: { description: 'let somebody open it' },
    KEPT_OUT: { description: 'kept somebody out of it, or themselves' },
  },
});

/** One act of a member of staff. What a reporter does is not in any history. */
@ObjectType({
  description: 'One act of a member of staff on a case. What a reporter does is not in any history.',
})
export class CaseAct {
  @Field(() => ID, { description: 'a random UUID' })
  readonly id!: string;

  @Field(() => CaseActKind, { description: 'what was done' })
  readonly kind!: CaseActKind;

  @Field(() => Caseworker, { description: 'who did it' })
  readonly by!: Caseworker;

  @Field(() => Date, { description: 'when' })
  readonly at!: Date;

  @Field(() => CaseStatus, { nullable: true, description: 'of STATUS_CHANGED: where it stood before' })
  readonly fromStatus!: CaseStatus | null;

  @Field(() => CaseStatus, { nullable: true, description: 'of STATUS_CHANGED: where it stood then' })
  readonly toStatus!: CaseStatus | null;

  @Field(() => Caseworker, {
    nullable: true,
    description:
      'of ASSIGNED, HANDED_OVER and GRANTED: who got it; of UNASSIGNED: who had it; of KEPT_OUT: who may not open it',
  })
  readonly assignee!: Caseworker | null;

  @Field(() => String, { nullable: true, description: 'of STATUS_CHANGED: why, where it was said' })
  readonly reason!: string | null;

  @Field(() => Int, { nullable: true, description: 'of REPLIED: `seq` of the message' })
  readonly messageSeq!: number | null;

  @Field(() => CaseLabel, { nullable: true, description: 'of LABELLED and UNLABELLED: which' })
  readonly label!: CaseLabel | null;
}

import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What is wrong with the audit log at the first place that is not as it was written. */
export enum AuditFault {
  CHANGED = 'CHANGED',
  MISSING = 'MISSING',
  MOVED = 'MOVED',
  ADDED = 'ADDED',
  CUT = 'CUT',
}

registerEnumType(AuditFault, {
  name: 'AuditFault',
  description: 'What is wrong with the audit log at the first place that is not as it was written.',
  valuesConfig: {
    CHANGED: { description: 'something of this entry is not as it was written' },
    MISSING: { description: 'an entry is not there any more' },
    MOVED: { description: 'another entry stands here: the order was changed' },
    ADDED: { description: 'an entry stands here that the chain does not lead to' },
    CUT: { description: 'the log ends too early, or never reaches the hash that was noted' },
  },
});

/** What came of checking the audit log. */
@ObjectType({ description: 'What came of checking the audit log.' })
export class AuditCheck {
  @Field(() => Int, { description: 'how many entries there should be' })
  readonly entries!: number;

  @Field(() => AuditFault, {
    nullable: true,
    description: 'what is wrong; null: everything is as it was written',
  })
  readonly fault!: AuditFault | null;

  @Field(() => Int, { nullable: true, description: 'the first place that is not as it was written' })
  readonly position!: number | null;
}

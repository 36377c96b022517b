import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AuditAct } from './audit-act.type.ts';

/** What kind of somebody did it. */
export enum AuditActorKind {
  PERSON = 'PERSON',
  SERVICE = 'SERVICE',
  OPERATOR = 'OPERATOR',
}

registerEnumType(AuditActorKind, {
  name: 'AuditActorKind',
  description: 'What kind of somebody did it.',
  valuesConfig: {
    PERSON: { description: 'a member of staff' },
    SERVICE: { description: 'the service by itself' },
    OPERATOR: { description: 'whoever runs the service, at its command line' },
  },
});

/** One thing that is told of an act. */
@ObjectType({ description: 'One thing that is told of an act.' })
export class AuditDetail {
  @Field(() => String, { description: 'what it is, as the program calls it' })
  readonly name!: string;

  @Field(() => String, { description: 'what it was' })
  readonly value!: string;
}

/** One entry, as the administrator who asks may know it. */
@ObjectType({ description: 'One act of staff in the audit log.' })
export class AuditEntry {
  @Field(() => Int, { description: '1, 2, 3 … without a gap' })
  readonly position!: number;

  @Field(() => Date, { description: 'when' })
  readonly at!: Date;

  @Field(() => AuditActorKind, { description: 'what kind of somebody did it' })
  readonly actor!: AuditActorKind;

  @Field(() => String, { nullable: true, description: 'of a PERSON: their name, as it was then' })
  readonly personName!: string | null;

  @Field(() => AuditAct, {
    nullable: true,
    description: 'what was done; null: who may open a case that you cannot open yourself',
  })
  readonly act!: AuditAct | null;

  @Field(() => Boolean, { description: 'whether it was done on a case' })
  readonly isOnCase!: boolean;

  @Field(() => ID, { nullable: true, description: 'the case, where you can open it' })
  readonly caseId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'its number; of a deleted case, where you held a key to it',
  })
  readonly caseNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'what else it was done to, as staff call it' })
  readonly object!: string | null;

  @Field(() => [AuditDetail], { description: 'what is told of it; nothing on cases that you cannot open' })
  readonly details!: readonly AuditDetail[];
}

/** The end of the audit log, to be noted outside of the service. */
@ObjectType({
  description: 'The end of the audit log. Noted elsewhere, it proves later that nothing was cut off.',
})
export class AuditHead {
  @Field(() => Int, { description: 'how many entries there are' })
  readonly position!: number;

  @Field(() => String, { description: 'the hash of the last one, 64 hexadecimal digits' })
  readonly hash!: string;
}

/** One page of the audit log. */
@ObjectType({ description: 'One page of the audit log, the latest entry first.' })
export class AuditLogPage {
  @Field(() => [AuditEntry], { description: 'the entries' })
  readonly entries!: readonly AuditEntry[];

  @Field(() => Int, {
    nullable: true,
    description: 'hand it to `before` for the next page; null: this was the last',
  })
  readonly next!: number | null;
}

/** Somebody who stands in the audit log. */
@ObjectType({ description: 'Somebody who stands in the audit log, also when they are gone.' })
export class AuditPerson {
  @Field(() => ID, { description: 'a random UUID' })
  readonly id!: string;

  @Field(() => String, { description: 'their name, as it was at last' })
  readonly name!: string;
}

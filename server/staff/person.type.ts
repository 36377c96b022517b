import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';
import { StaffRole } from './staff-role.type.ts';

/** Whether somebody can sign in. */
export enum PersonState {
  ACTIVE = 'ACTIVE',
  DISABLED = 'DISABLED',
  REMOVED = 'REMOVED',
}

registerEnumType(PersonState, {
  name: 'PersonState',
  description: 'Whether a member of staff can sign in.',
  valuesConfig: {
    ACTIVE: { description: 'can sign in' },
    DISABLED: { description: 'cannot sign in and holds no key; a link to begin anew lets them in again' },
    REMOVED: { description: 'gone for good; their name stays with what they wrote' },
  },
});

/** A member of staff, as administrators know them. */
@ObjectType({ description: 'A member of staff, as administrators know them.' })
export class Person {
  @Field(() => ID, { description: 'a random UUID' })
  readonly id!: string;

  @Field(() => String, { description: 'as they wrote it' })
  readonly name!: string;

  @Field(() => String, { description: 'what they sign in with; empty once they were removed' })
  readonly email!: string;

  @Field(() => [StaffRole], { description: 'what they may do' })
  readonly roles!: StaffRole[];

  @Field(() => PersonState, { description: 'whether they can sign in' })
  readonly state!: PersonState;

  @Field(() => Boolean, { description: 'whether their account has a second factor' })
  readonly hasSecondFactor!: boolean;

  @Field(() => [ID], { description: 'the teams they are in, by id' })
  readonly teams!: string[];
}

/** It was done, or had been done before. */
@ObjectType({ description: 'It was done, or had been done before.' })
export class PersonChanged {
  @Field(() => Person, { description: 'as they are from now on' })
  readonly person: Person;

  @Field(() => String, {
    nullable: true,
    description: 'what to think of, where fewer than two people are left who can read reports',
  })
  readonly warning: string | null;

  constructor(person: Person, caseworkersLeft: number) {
    this.person = person;
    this.warning =
      caseworkersLeft < 2
        ? 'Only one person is left who can read reports. If they lose their password and recovery key, nobody can. Invite another caseworker.'
        : null;
  }
}

/** Nobody would be left to read reports, or to run the installation. */
@ObjectType({
  implements: Problem,
  description: 'Nobody would be left to read reports, or to run the installation. Nothing was done.',
})
export class NotEnoughPeople extends Problem {
  /** @param role who would be missing. */
  static without(role: StaffRole): NotEnoughPeople {
    return new NotEnoughPeople(
      role === StaffRole.CASEWORKER
        ? 'Nobody else can read reports. Invite another caseworker first. Nothing was done.'
        : 'Nobody else can run this installation. Make somebody else an administrator first. Nothing was done.',
    );
  }
}

/** Cases would be lost for good. */
@ObjectType({
  implements: Problem,
  description:
    'Nobody else holds a key to some of their cases, so these could be read by nobody any more. Nothing was done. Asked again with `losing` of this number, it is done all the same.',
})
export class CasesWouldBeLost extends Problem {
  @Field(() => Int, { description: 'how many; nothing else about them is told to whoever administers' })
  readonly count: number;

  constructor(count: number) {
    super(
      count === 1
        ? 'One case can be opened by nobody else, so nobody could read it any more. Nothing was done.'
        : `${count} cases can be opened by nobody else, so nobody could read them any more. Nothing was done.`,
    );
    this.count = count;
  }
}

/** Nobody has this id, or they were removed. */
@ObjectType({ implements: Problem, description: 'Nobody has this id, or they were removed.' })
export class PersonNotFound extends Problem {
  constructor() {
    super('Nobody like this works here any more.');
  }
}

/** A link with which somebody begins anew. */
@ObjectType({ description: 'A link with which somebody begins anew.' })
export class ResetDrawn {
  @Field(() => Person, { description: 'whom it is for' })
  readonly person: Person;

  @Field(() => String, {
    description: 'shown once; the link is the address of the dashboard, /begin-anew# and this',
  })
  readonly token: string;

  @Field(() => Date, { description: 'until when it works' })
  readonly worksUntil: Date;

  constructor(person: Person, token: string, worksUntil: Date) {
    this.person = person;
    this.token = token;
    this.worksUntil = worksUntil;
  }
}

/** What changing, switching off and removing somebody answer. */
export const PersonChangeResult = createUnionType({
  name: 'PersonChangeResult',
  description: 'What came of changing, switching off or removing somebody.',
  types: () => [PersonChanged, NotEnoughPeople, CasesWouldBeLost, PersonNotFound, ServiceBusy] as const,
});

/** What `resetPerson` answers. */
export const ResetPersonResult = createUnionType({
  name: 'ResetPersonResult',
  description: 'What came of drawing a link with which somebody begins anew.',
  types: () => [ResetDrawn, CasesWouldBeLost, PersonNotFound, ServiceBusy] as const,
});

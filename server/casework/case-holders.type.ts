import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { KeyReused, Problem, ServiceBusy } from '../shared/problem.type.ts';
import { Caseworker } from '../staff/staff.type.ts';
import { Case } from './case.type.ts';
import { CaseNotFound } from './case-problems.type.ts';

/** Which of one's cases are granted. */
export enum GrantScope {
  OPEN = 'OPEN',
  ALL = 'ALL',
}

registerEnumType(GrantScope, {
  name: 'GrantScope',
  description: 'Which of the cases that one can open oneself are granted to a colleague.',
  valuesConfig: {
    OPEN: { description: 'those that are not closed' },
    ALL: { description: 'all, closed ones too' },
  },
});

/** Why a case stays closed to somebody. */
export enum NotGrantedReason {
  KEPT_OUT = 'KEPT_OUT',
  BROKEN = 'BROKEN',
}

registerEnumType(NotGrantedReason, {
  name: 'NotGrantedReason',
  description: 'Why a case stays closed to a colleague.',
  valuesConfig: {
    KEPT_OUT: { description: 'they are kept out of it, by the reporter or by staff' },
    BROKEN: { description: 'one’s own key to it does not open it: what is stored was changed' },
  },
});

/** A case that stays closed to a colleague. */
@ObjectType({ description: 'A case that one holds a key to and that stays closed to a colleague.' })
export class CaseNotGranted {
  @Field(() => Case, { description: 'the case' })
  readonly case!: Case;

  @Field(() => NotGrantedReason, { description: 'why' })
  readonly reason!: NotGrantedReason;
}

/** What stays closed to a colleague. */
export interface NotGranted {
  readonly count: number;
  /** The first of them, the oldest first. */
  readonly cases: readonly CaseNotGranted[];
}

/** A colleague can open the case. */
@ObjectType({ description: 'The colleague can open the case; also where they could before.' })
export class CaseGranted {
  @Field(() => Case, { description: 'as it is now' })
  readonly case: Case;

  constructor(granted: Case) {
    this.case = granted;
  }
}

/** Some cases more can be opened by a colleague. */
@ObjectType({ description: 'The colleague can open some cases more. Called again until none is left.' })
export class CasesGranted {
  @Field(() => Int, { description: 'how many this call granted, up to 100' })
  readonly granted: number;

  @Field(() => Int, { description: 'how many are left to grant' })
  readonly left: number;

  @Field(() => Int, {
    nullable: true,
    description: 'how many stay closed to them; null as long as some are left to grant',
  })
  readonly notGrantedCount: number | null;

  @Field(() => [CaseNotGranted], {
    description: 'those, the oldest first, up to 100; empty as long as some are left to grant',
  })
  readonly notGranted: readonly CaseNotGranted[];

  constructor(granted: number, left: number, notGranted: NotGranted | null) {
    this.granted = granted;
    this.left = left;
    this.notGrantedCount = notGranted?.count ?? null;
    this.notGranted = notGranted?.cases ?? [];
  }
}

/** That person cannot hold keys, or not to this case. */
@ObjectType({
  implements: Problem,
  description:
    'That person is no active caseworker, or is kept out of this case: one answer for both. Nothing was stored.',
})
export class CannotHoldCase extends Problem {
  constructor() {
    super('That person cannot be given this case.');
  }
}

/** Somebody is kept out. */
@ObjectType({ description: 'That person is kept out; also where they were before.' })
export class KeptOutOfCase {
  @Field(() => ID, { description: 'the case' })
  readonly caseId: string;

  @Field(() => Case, { nullable: true, description: 'as it is now; null where one keeps oneself out' })
  readonly case: Case | null;

  constructor(caseId: string, left: Case | null) {
    this.caseId = caseId;
    this.case = left;
  }
}

/** The case would be lost to all. */
@ObjectType({
  implements: Problem,
  description: 'Nobody else can open this case, so nobody would be left to read it. Nothing was stored.',
})
export class NobodyElseCanOpen extends Problem {
  constructor() {
    super('Nobody else can open this case. Give it to a colleague first.');
  }
}

/** No such person. */
@ObjectType({ implements: Problem, description: 'Nobody who works here has this id. Nothing was stored.' })
export class NoSuchColleague extends Problem {
  constructor() {
    super('There is no such colleague.');
  }
}

/** What `grantCase` answers. */
export const GrantCaseResult = createUnionType({
  name: 'GrantCaseResult',
  description: 'What came of granting a case.',
  types: () => [CaseGranted, CannotHoldCase, CaseNotFound, ServiceBusy] as const,
});

/** What `grantCases` answers. */
export const GrantCasesResult = createUnionType({
  name: 'GrantCasesResult',
  description: 'What came of granting many cases.',
  types: () => [CasesGranted, CannotHoldCase, ServiceBusy] as const,
});

/** What `keepOutOfCase` answers. */
export const KeepOutOfCaseResult = createUnionType({
  name: 'KeepOutOfCaseResult',
  description: 'What came of keeping somebody out of a case.',
  types: () =>
    [KeptOutOfCase, NobodyElseCanOpen, NoSuchColleague, KeyReused, CaseNotFound, ServiceBusy] as const,
});

/** Somebody who holds keys, and what is left to grant to them. */
@ObjectType({ description: 'A colleague, and how many of the cases that one can open oneself they cannot.' })
export class GrantableColleague {
  @Field(() => Caseworker, { description: 'the colleague' })
  readonly colleague!: Caseworker;

  @Field(() => Int, { description: 'open cases that can be granted to them' })
  readonly open!: number;

  @Field(() => Int, { description: 'all cases that can be granted to them, closed ones too' })
  readonly all!: number;
}

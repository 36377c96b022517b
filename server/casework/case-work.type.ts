import { createUnionType, Field, ObjectType } from 'type-graphql';
import { InvalidMessage } from '../messaging/message.type.ts';
import { KeyReused, Problem, ServiceBusy } from '../shared/problem.type.ts';
import { Case } from './case.type.ts';
import { CaseNote } from './case-note.type.ts';
import { CaseNotFound } from './case-problems.type.ts';

/** The case is assigned, or nobody's any more. */
@ObjectType({ description: 'The case is assigned as asked; also where it was so before.' })
export class CaseAssigned {
  @Field(() => Case, { description: 'as it is now' })
  readonly case: Case;

  constructor(assigned: Case) {
    this.case = assigned;
  }
}

/** That person could not read what they are given. */
@ObjectType({
  implements: Problem,
  description: 'That person holds no key to this case, is not active, or does not exist. Nothing was stored.',
})
export class AssigneeCannotOpenCase extends Problem {
  constructor() {
    super('That person cannot open this case, so it was not assigned to them.');
  }
}

/** The case is in other hands, with a note. */
@ObjectType({ description: 'The case is in other hands, and the note is stored.' })
export class CaseHandedOver {
  @Field(() => Case, { description: 'as it is now' })
  readonly case: Case;

  @Field(() => CaseNote, { description: 'as it was stored' })
  readonly note: CaseNote;

  constructor(handed: Case, note: CaseNote) {
    this.case = handed;
    this.note = note;
  }
}

/** The case stands where it was moved to. */
@ObjectType({ description: 'The case stands where it was moved to.' })
export class CaseStatusChanged {
  @Field(() => Case, { description: 'as it is now' })
  readonly case: Case;

  constructor(changed: Case) {
    this.case = changed;
  }
}

/** A case cannot be moved there from where it stands, or not without a reason. */
@ObjectType({
  implements: Problem,
  description: 'The case cannot be moved there; the message says why. Nothing was stored.',
})
export class StatusChangeRefused extends Problem {}

/** The labels are as asked. */
@ObjectType({ description: 'The labels are as asked; also where they were so before.' })
export class CaseLabelsSet {
  @Field(() => Case, { description: 'as it is now' })
  readonly case: Case;

  constructor(labelled: Case) {
    this.case = labelled;
  }
}

/** No such word in the vocabulary. */
@ObjectType({
  implements: Problem,
  description: 'A label to add is not in the vocabulary. Nothing was stored.',
})
export class UnknownLabel extends Problem {
  constructor() {
    super('There is no such label any more. Nothing was changed.');
  }
}

/** What `assignCase` answers. */
export const AssignCaseResult = createUnionType({
  name: 'AssignCaseResult',
  description: 'What came of assigning a case.',
  types: () => [CaseAssigned, AssigneeCannotOpenCase, KeyReused, CaseNotFound, ServiceBusy] as const,
});

/** What `handOverCase` answers. */
export const HandOverCaseResult = createUnionType({
  name: 'HandOverCaseResult',
  description: 'What came of handing a case over.',
  types: () =>
    [CaseHandedOver, AssigneeCannotOpenCase, InvalidMessage, KeyReused, CaseNotFound, ServiceBusy] as const,
});

/** What `changeCaseStatus` answers. */
export const ChangeCaseStatusResult = createUnionType({
  name: 'ChangeCaseStatusResult',
  description: 'What came of moving a case on.',
  types: () => [CaseStatusChanged, StatusChangeRefused, KeyReused, CaseNotFound, ServiceBusy] as const,
});

/** What `setCaseLabels` answers. */
export const SetCaseLabelsResult = createUnionType({
  name: 'SetCaseLabelsResult',
  description: 'What came of labelling a case.',
  types: () => [CaseLabelsSet, UnknownLabel, CaseNotFound, ServiceBusy] as const,
});

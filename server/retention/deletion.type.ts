import { createUnionType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Case } from '../casework/case.type.ts';
import { CaseNotFound } from '../casework/case-problems.type.ts';
import { KeyReused, Problem, ServiceBusy } from '../shared/problem.type.ts';
import { GraphQLDay } from '../shared/scalars.ts';
import { Caseworker } from '../staff/staff.type.ts';

/** Why a case is deleted by hand. Fixed words, because they stay in the audit log, where no words of a case may stand. */
export enum DeletionPurpose {
  REPORTER_ASKED = 'REPORTER_ASKED',
  NOT_A_REPORT = 'NOT_A_REPORT',
  DUPLICATE = 'DUPLICATE',
  LEGAL_DUTY = 'LEGAL_DUTY',
}

registerEnumType(DeletionPurpose, {
  name: 'DeletionPurpose',
  description: 'Why a case is deleted by hand. It stays in the audit log.',
  valuesConfig: {
    REPORTER_ASKED: { description: 'the reporter asked for it' },
    NOT_A_REPORT: { description: 'a trial, a mistake, or nothing that was reported' },
    DUPLICATE: { description: 'the same stands in another case' },
    LEGAL_DUTY: { description: 'the law, a court or an authority demands it' },
  },
});

/** A deletion that somebody asked for, and that a second person has to confirm. */
@ObjectType({ description: 'A deletion that somebody asked for, and that a second person has to confirm.' })
export class DeletionRequest {
  @Field(() => DeletionPurpose, { description: 'why' })
  readonly purpose!: DeletionPurpose;

  @Field(() => Caseworker, { description: 'who asked' })
  readonly askedBy!: Caseworker;

  @Field(() => GraphQLDay, { description: 'when' })
  readonly askedOn!: string;

  @Field(() => GraphQLDay, { description: 'the last day on which it can be confirmed' })
  readonly expiresOn!: string;
}

/** The request waits for a second person. */
@ObjectType({ description: 'The request waits for a second person who can open the case.' })
export class DeletionAsked {
  @Field(() => Case, { description: 'as it is now' })
  readonly case: Case;

  constructor(asked: Case) {
    this.case = asked;
  }
}

/** The case is gone. */
@ObjectType({ description: 'The case is deleted with everything in it. Nobody can bring it back.' })
export class CaseDeleted {
  @Field(() => ID, { description: 'what its id was' })
  readonly caseId: string;

  constructor(caseId: string) {
    this.caseId = caseId;
  }
}

/** The request is off. */
@ObjectType({ description: 'Nothing is asked for any more; also where nothing was.' })
export class DeletionCancelled {
  @Field(() => Case, { description: 'as it is now' })
  readonly case: Case;

  constructor(kept: Case) {
    this.case = kept;
  }
}

/** The case cannot be deleted as it stands. */
@ObjectType({
  implements: Problem,
  description: 'The case cannot be deleted as it stands, or not by this person; the message says why.',
})
export class DeletionRefused extends Problem {}

/** What `askForDeletion` answers. */
export const AskForDeletionResult = createUnionType({
  name: 'AskForDeletionResult',
  description: 'What came of asking for a deletion.',
  types: () => [DeletionAsked, CaseDeleted, DeletionRefused, KeyReused, CaseNotFound, ServiceBusy] as const,
});

/** What `confirmDeletion` answers. */
export const ConfirmDeletionResult = createUnionType({
  name: 'ConfirmDeletionResult',
  description: 'What came of confirming a deletion.',
  types: () => [CaseDeleted, DeletionRefused, KeyReused, CaseNotFound, ServiceBusy] as const,
});

/** What `cancelDeletion` answers. */
export const CancelDeletionResult = createUnionType({
  name: 'CancelDeletionResult',
  description: 'What came of withdrawing or declining a deletion.',
  types: () => [DeletionCancelled, CaseNotFound, ServiceBusy] as const,
});

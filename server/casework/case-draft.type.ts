import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { InvalidMessage } from '../messaging/message.type.ts';
import { ServiceBusy } from '../shared/problem.type.ts';
import { CaseNotFound } from './case-problems.type.ts';

/** What is being written. */
export enum DraftKind {
  NOTE = 'NOTE',
  REPLY = 'REPLY',
}

registerEnumType(DraftKind, {
  name: 'DraftKind',
  description: 'What is being written.',
  valuesConfig: {
    NOTE: { description: 'a note for staff' },
    REPLY: { description: 'a reply to the reporter' },
  },
});

/** What one caseworker began to write on a case. */
@ObjectType({ description: 'What one began to write on a case; nobody else ever sees it.' })
export class CaseDraft {
  @Field(() => DraftKind, { description: 'what it will be' })
  readonly kind!: DraftKind;

  @Field(() => String, { description: 'as it was saved' })
  readonly text!: string;
}

/** The draft is kept, or gone where it was empty. */
@ObjectType({ description: 'The draft is kept; an empty one is gone.' })
export class DraftSaved {
  @Field(() => DraftKind, { description: 'what it will be' })
  readonly kind: DraftKind;

  constructor(kind: DraftKind) {
    this.kind = kind;
  }
}

/** What `saveDraft` answers. */
export const SaveDraftResult = createUnionType({
  name: 'SaveDraftResult',
  description: 'What came of saving a draft.',
  types: () => [DraftSaved, InvalidMessage, CaseNotFound, ServiceBusy] as const,
});

import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { InvalidMessage } from '../messaging/message.type.ts';
import { KeyReused, ServiceBusy } from '../shared/problem.type.ts';
import { Caseworker } from '../staff/staff.type.ts';
import { CaseNotFound } from './case-problems.type.ts';

/** What staff write to each other about a case. */
@ObjectType({ description: 'What staff write to each other about a case. The reporter never sees it.' })
export class CaseNote {
  @Field(() => ID, { description: 'a random UUID' })
  readonly id: string;

  @Field(() => Caseworker, { description: 'who wrote it' })
  readonly author: Caseworker;

  @Field(() => String, { description: 'plain text' })
  readonly text: string;

  @Field(() => Date, { description: 'when it was written' })
  readonly writtenAt: Date;

  constructor(note: { id: string; author: Caseworker; text: string; writtenAt: Date }) {
    this.id = note.id;
    this.author = note.author;
    this.text = note.text;
    this.writtenAt = note.writtenAt;
  }
}

/** The note is stored. */
@ObjectType({ description: 'The note is stored.' })
export class CaseNoteAdded {
  @Field(() => CaseNote, { description: 'as it was stored' })
  readonly note: CaseNote;

  constructor(note: CaseNote) {
    this.note = note;
  }
}

/** What `addCaseNote` answers. */
export const AddCaseNoteResult = createUnionType({
  name: 'AddCaseNoteResult',
  description: 'What came of a note.',
  types: () => [CaseNoteAdded, InvalidMessage, KeyReused, CaseNotFound, ServiceBusy] as const,
});

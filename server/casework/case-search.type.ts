import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Case } from './case.type.ts';

/** Where words were found. */
export enum SearchPlace {
  NUMBER = 'NUMBER',
  ANSWERS = 'ANSWERS',
  CONTACT_DETAILS = 'CONTACT_DETAILS',
  MESSAGES = 'MESSAGES',
  NOTES = 'NOTES',
}

registerEnumType(SearchPlace, {
  name: 'SearchPlace',
  description: 'Where words were found.',
  valuesConfig: {
    NUMBER: { description: 'the number of the case' },
    ANSWERS: { description: 'what was answered' },
    CONTACT_DETAILS: { description: 'who reports' },
    MESSAGES: { description: 'messages of either side' },
    NOTES: { description: 'notes of staff' },
  },
});

/** A case in which all the words stand. */
@ObjectType({ description: 'A case in which all the words stand.' })
export class CaseSearchHit {
  @Field(() => Case, { description: 'the case' })
  readonly case!: Case;

  @Field(() => [SearchPlace], { description: 'where any of the words stands' })
  readonly foundIn!: SearchPlace[];
}

/** One stretch of a search. */
@ObjectType({
  description:
    'One stretch of a search. A stretch may hold no hit and yet not be the last: ask on while `endCursor` is not null.',
})
export class CaseSearchPage {
  @Field(() => [CaseSearchHit], { description: 'the latest day first' })
  readonly hits!: CaseSearchHit[];

  @Field(() => Int, { description: 'how many cases were looked through so far, earlier stretches included' })
  readonly scanned!: number;

  @Field(() => Int, { description: 'how many there are to look through' })
  readonly total!: number;

  @Field(() => String, {
    nullable: true,
    description: 'hand it to `after`; null when all were looked through',
  })
  readonly endCursor!: string | null;
}

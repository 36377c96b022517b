import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { ChangedMeanwhile } from '../organisation/settings.type.ts';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';
import { Caseworker } from '../staff/staff.type.ts';

/** What a reporter can choose. Says nobody's name. */
@ObjectType({ description: 'Somebody who can be kept from a report, in neutral words; nobody is named.' })
export class KeptOutChoice {
  @Field(() => ID, { description: 'hand it to `SubmitReportInput.keptOut`' })
  readonly id!: string;

  @Field(() => String, { description: 'e.g. "somebody in personnel"' })
  readonly text!: string;

  @Field(() => String, {
    description: 'the language of the text, BCP 47; another than was asked for where that is lacking',
  })
  readonly locale!: string;
}

/** A label in one language. */
@ObjectType({ description: 'A label in one language.' })
export class KeptOutText {
  @Field(() => String, { description: 'BCP 47' })
  readonly locale!: string;

  @Field(() => String, { description: 'as reporters read it' })
  readonly text!: string;
}

/** A label, as administrators see it. */
@ObjectType({
  description:
    'Neutral words that reporters can keep somebody from their report with, and whom they stand for.',
})
export class KeptOutLabel {
  @Field(() => ID, { description: 'a random UUID' })
  readonly id!: string;

  @Field(() => Int, { description: 'where it stands in the list' })
  readonly sort!: number;

  @Field(() => [KeptOutText], { description: 'one for each language' })
  readonly texts!: KeptOutText[];

  @Field(() => [Caseworker], {
    description:
      'whom it stands for, by name, but those who were removed; reporters can choose it while there is somebody',
  })
  readonly caseworkers!: Caseworker[];

  @Field(() => String, { description: 'names this state; `saveKeptOutLabel` takes it' })
  readonly version!: string;
}

/** The label is stored. */
@ObjectType({ description: 'The label is stored. It counts for reports that are sent from now on.' })
export class KeptOutLabelSaved {
  @Field(() => KeptOutLabel, { description: 'as it was stored' })
  readonly label: KeptOutLabel;

  constructor(label: KeptOutLabel) {
    this.label = label;
  }
}

/** Something stands against it. */
@ObjectType({
  implements: Problem,
  description: 'The label cannot be stored; the message says why. Nothing was stored.',
})
export class InvalidKeptOutLabel extends Problem {}

/** What `saveKeptOutLabel` answers. */
export const SaveKeptOutLabelResult = createUnionType({
  name: 'SaveKeptOutLabelResult',
  description: 'What came of storing a label.',
  types: () => [KeptOutLabelSaved, InvalidKeptOutLabel, ChangedMeanwhile, ServiceBusy] as const,
});

import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { WordingPart } from './wording-part.ts';

registerEnumType(WordingPart, {
  name: 'WordingPart',
  description: "A part of the portal's words that is the organisation's own.",
  valuesConfig: {
    PORTAL_TITLE: { description: "what browser windows are called, instead of 'Form – {name}'" },
    EMERGENCY_ADVICE: { description: 'whom to call instead when somebody is in danger now' },
    RESPONSE_TARGET: { description: 'the promise; without it, it is made from the target in working days' },
    WHO_READS: { description: 'who reads a report' },
    WHAT_HAPPENS_NEXT: { description: 'what happens once a report was sent' },
    CONTACT_WAYS: { description: 'how those are contacted who gave contact details' },
    MESSAGES_USE: { description: 'what messages about a report are good for' },
    MESSAGES_INSTEAD: { description: 'how to reach the organisation by mail or phone instead' },
    PRIVACY: { description: 'who is responsible for what is stored, and whom to ask' },
    SAFETY: { description: 'what else keeps people here safe' },
    ACCESSIBILITY: { description: 'whom to tell about a barrier' },
  },
});

/** A text, and the language it is in. */
@ObjectType({ description: 'A text of the organisation, and the language it is in.' })
export class LocalText {
  @Field(() => String, { description: 'BCP 47' })
  readonly locale!: string;

  @Field(() => String, { description: 'plain text' })
  readonly text!: string;
}

/** One part of the portal's words. */
@ObjectType({ description: "One part of the portal's words that the organisation put in its own." })
export class OrganisationWords extends LocalText {
  @Field(() => WordingPart, { description: 'which part' })
  readonly part!: WordingPart;
}

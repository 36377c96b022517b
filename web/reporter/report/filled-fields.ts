import { fieldsOf } from './answer.ts';
import type { Draft } from './draft.ts';
import type { Step } from './steps.ts';

/** What stands in the fields of a page, as its form would send it. Empty fields are left out. */
export function filledFields(
  at: Step,
  { answers, contact, keptOut }: Draft,
): [name: string, value: string][] {
  return fieldsAt().filter(([, value]) => value !== '');

  function fieldsAt(): [name: string, value: string][] {
    if (at === 'contact') return Object.entries(contact ?? {});
    if (at === 'kept-out') return (keptOut ?? []).map((id) => ['kept-out', id]);
    const { text, choices, month, year } = fieldsOf(answers[at.slice('question:'.length)]);
    return [
      ['answer', text],
      ...choices.map((choice): [string, string] => ['answer', choice]),
      ['month', month],
      ['year', year],
    ];
  }
}

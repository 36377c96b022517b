import { SentForm } from '../form.ts';
import type { Question, Questionnaire } from '../report/questionnaire.ts';

/** One question; what is not said is what most questions have. */
export function question(id: string, over: Partial<Question> = {}): Question {
  return {
    id,
    kind: 'LONG_TEXT',
    locale: 'en',
    text: `What about ${id}?`,
    hint: null,
    isNeeded: false,
    maxLength: null,
    choices: [],
    shownWhen: null,
    ...over,
  };
}

/** Choices named by their ids; the ones after a bar stand alone. */
export function choices(ids: string): Question['choices'] {
  const [open = '', alone = ''] = ids.split('|');
  const named = (list: string, isExclusive: boolean) =>
    list
      .split(' ')
      .filter(Boolean)
      .map((id) => ({ id, text: id, isExclusive }));
  return [...named(open, false), ...named(alone, true)];
}

/** A text, a branching question, its branch, and a month. */
export const QUESTIONS: Questionnaire = {
  version: 'v1',
  locale: 'en',
  keptOutChoices: [],
  questions: [
    question('what', { maxLength: 10 }),
    question('kinds', { kind: 'MANY_CHOICES', choices: choices('hate other|none') }),
    question('about', {
      kind: 'ONE_CHOICE',
      choices: choices('age sex'),
      shownWhen: { question: 'kinds', anyOf: ['hate'] },
    }),
    question('age', { shownWhen: { question: 'about', anyOf: ['age'] } }),
    question('when', { kind: 'MONTH' }),
  ],
};

/** What a form sends: `fields({ go: 'next', answer: ['a', 'b'] })`. */
export function fields(values: Readonly<Record<string, string | readonly string[]>>): SentForm {
  return new SentForm(
    new URLSearchParams(
      Object.entries(values).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)])),
    ),
  );
}

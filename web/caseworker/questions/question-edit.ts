import type { QuestionSource, QuestionSourceInput } from './questions.query.ts';

/** A text in each language, by BCP 47 tag; one that is empty is not written yet. */
export type Texts = Readonly<Record<string, string>>;

/** How a question is answered. */
export type QuestionKind = QuestionSource['kind'];

/** A choice while it is edited. */
export interface EditedChoice {
  readonly id: string;
  readonly text: Texts;
  readonly isExclusive: boolean;
}

/** A question while it is edited. */
export interface EditedQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: Texts;
  readonly hint: Texts;
  readonly choices: readonly EditedChoice[];
  readonly isNeeded: boolean;
  /** As it stands in its field. */
  readonly maxLength: string;
  readonly shownWhen: { readonly question: string; readonly anyOf: readonly string[] } | null;
  readonly isCountable: boolean;
  readonly isCategory: boolean;
}

/** Every way to answer, in the order in which they are offered. */
export const KINDS = [
  'ONE_CHOICE',
  'MANY_CHOICES',
  'SHORT_TEXT',
  'LONG_TEXT',
  'MONTH',
] as const satisfies readonly QuestionKind[];

/** What the field for a longest text begins with. */
const USUAL_LENGTH: Partial<Record<QuestionKind, string>> = { SHORT_TEXT: '200', LONG_TEXT: '2000' };

const GREATEST_LENGTH = 1_000_000;

/** Whether a question is answered by picking. */
export function hasChoices(kind: QuestionKind): boolean {
  return kind === 'ONE_CHOICE' || kind === 'MANY_CHOICES';
}

/** Whether a question is answered in words. */
export function hasWords(kind: QuestionKind): boolean {
  return kind === 'SHORT_TEXT' || kind === 'LONG_TEXT';
}

/** A question as it is edited. */
export function fromSource(source: QuestionSource): EditedQuestion {
  return {
    ...source,
    text: textsOf(source.text),
    hint: textsOf(source.hint),
    choices: source.choices.map(({ id, text, isExclusive }) => ({ id, text: textsOf(text), isExclusive })),
    maxLength: source.maxLength === null ? '' : String(source.maxLength),
    shownWhen: source.shownWhen && { question: source.shownWhen.question, anyOf: source.shownWhen.anyOf },
  };
}

/** A question as it is sent. */
export function toInput(question: EditedQuestion): QuestionSourceInput {
  const { shownWhen } = question;
  return {
    id: question.id,
    kind: question.kind,
    text: listOf(question.text),
    hint: listOf(question.hint),
    choices: question.choices.map(({ id, text, isExclusive }) => ({ id, text: listOf(text), isExclusive })),
    isNeeded: question.isNeeded,
    maxLength: lengthOf(question.maxLength),
    shownWhen: shownWhen && { question: shownWhen.question, anyOf: [...shownWhen.anyOf] },
    isCountable: question.isCountable,
    isCategory: question.isCategory,
  };
}

/** A question that nobody has written yet. Its id is drawn here and stays its own for ever. */
export function newQuestion(): EditedQuestion {
  return {
    id: crypto.randomUUID(),
    kind: 'ONE_CHOICE',
    text: {},
    hint: {},
    choices: [newChoice(), newChoice()],
    isNeeded: false,
    maxLength: '',
    shownWhen: null,
    isCountable: false,
    isCategory: false,
  };
}

/** A choice that nobody has written yet. */
export function newChoice(): EditedChoice {
  return { id: crypto.randomUUID(), text: {}, isExclusive: false };
}

/**
 * The question answered in another way, without what goes with the old one. Where that is another question altogether,
 * words in place of choices for example, it gets an id of its own: answers are counted by it.
 */
export function withKind(question: EditedQuestion, kind: QuestionKind): EditedQuestion {
  const isChoices = hasChoices(kind);
  const isSameWay = isChoices === hasChoices(question.kind) && hasWords(kind) === hasWords(question.kind);
  return {
    ...question,
    id: isSameWay ? question.id : crypto.randomUUID(),
    kind,
    choices: isChoices ? (hasChoices(question.kind) ? question.choices : [newChoice(), newChoice()]) : [],
    maxLength: USUAL_LENGTH[kind] ?? '',
    isNeeded: question.isNeeded && kind === 'ONE_CHOICE',
    isCountable: question.isCountable && isChoices,
    isCategory: question.isCategory && isChoices,
  };
}

/** The same question once more, behind it, under an id of its own. One alone names the category. */
export function duplicated(questions: readonly EditedQuestion[], id: string): readonly EditedQuestion[] {
  return questions.flatMap((each) =>
    each.id === id ? [each, { ...each, id: crypto.randomUUID(), isCategory: false }] : [each],
  );
}

/** The list with one of it a place earlier (-1) or later (1); as it was where there is no such place. */
export function moved<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  by: -1 | 1,
): readonly Item[] {
  const from = items.findIndex((item) => item.id === id);
  const [item, other] = [items[from], items[from + by]];
  if (!item || !other) return items;
  return items.map((each) => (each === item ? other : each === other ? item : each));
}

/** The list with one of it put in place of the one that had this id. Naming the category takes that from another. */
export function replaced(
  questions: readonly EditedQuestion[],
  id: string,
  next: EditedQuestion,
): readonly EditedQuestion[] {
  return questions.map((each) => {
    if (each.id === id) return next;
    return next.isCategory && each.isCategory ? { ...each, isCategory: false } : each;
  });
}

/** The earlier questions whose answers can show a question. */
export function questionsAbove(questions: readonly EditedQuestion[], id: string): readonly EditedQuestion[] {
  const place = questions.findIndex((each) => each.id === id);
  return questions.slice(0, Math.max(place, 0)).filter(({ kind }) => hasChoices(kind));
}

/** The languages in which a question would not be shown as a whole, and falls back to the first. */
export function languagesLacking(question: EditedQuestion, locales: readonly string[]): readonly string[] {
  const hasHint = Object.values(question.hint).some(isWritten);
  const texts = [
    question.text,
    ...(hasHint ? [question.hint] : []),
    ...question.choices.map(({ text }) => text),
  ];
  return locales.filter((locale) => !texts.every((text) => isWritten(text[locale])));
}

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

function textsOf(list: readonly { readonly locale: string; readonly text: string }[]): Texts {
  return Object.fromEntries(list.map(({ locale, text }) => [locale, text]));
}

function listOf(texts: Texts): { locale: string; text: string }[] {
  return Object.entries(texts)
    .filter(([, text]) => isWritten(text))
    .map(([locale, text]) => ({ locale, text }));
}

/** What is no number is sent as one that is out of reach, so that the service says what is wrong with it. */
function lengthOf(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d{1,6}$/.test(text) ? Number(text) : GREATEST_LENGTH;
}

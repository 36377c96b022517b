import { type EditedQuestion, fromSource, hasChoices, KINDS, toInput } from './question-edit.ts';
import type { QuestionSource } from './questions.query.ts';

/** What the file says it is. */
const FORMAT = 'restante-questions-1';

/** The service takes no larger set either. */
const LARGEST_FILE = 200_000; // characters
const MOST = { questions: 40, choices: 30, languages: 50 } as const;

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What was read, or why nothing was. */
export type FileReading =
  | { readonly kind: 'read'; readonly questions: readonly EditedQuestion[] }
  | { readonly kind: 'too-large' | 'no-json' | 'no-questions' | 'too-many' }
  /** @param question its number, from 1 */
  | { readonly kind: 'odd-question'; readonly question: number };

/** The questions as a file for other organisations. No answer is in it, and nobody's name. */
export function questionsFile(questions: readonly EditedQuestion[]): string {
  return `${JSON.stringify({ format: FORMAT, questions: questions.map(toInput) }, null, 2)}\n`;
}

/**
 * Reads a file that another organisation has written. Whatever is not exactly what {@link questionsFile} writes is
 * refused as a whole.
 *
 * @param known ids that questions of this organisation have. Other ids that are not drawn at random are drawn anew.
 */
export function readQuestionsFile(text: string, known: ReadonlySet<string>): FileReading {
  if (text.length > LARGEST_FILE) return { kind: 'too-large' };
  const file = parsed(text);
  if (file === undefined) return { kind: 'no-json' };
  if (
    !isRecord(file) ||
    file['format'] !== FORMAT ||
    !Array.isArray(file['questions']) ||
    !hasOnly(file, ['format', 'questions'])
  )
    return { kind: 'no-questions' };
  const list: unknown[] = file['questions'];
  if (list.length === 0) return { kind: 'no-questions' };
  if (list.length > MOST.questions) return { kind: 'too-many' };
  const odd = list.findIndex((each) => !isQuestion(each));
  if (odd >= 0) return { kind: 'odd-question', question: odd + 1 };
  return { kind: 'read', questions: withOwnIds((list as QuestionSource[]).map(fromSource), known) };
}

function withOwnIds(questions: readonly EditedQuestion[], known: ReadonlySet<string>): EditedQuestion[] {
  const drawn = new Map<string, string>();
  for (const { id } of questions) {
    if (!UUID.test(id) && !known.has(id)) drawn.set(id, crypto.randomUUID());
  }
  return questions.map((question) => ({
    ...question,
    id: drawn.get(question.id) ?? question.id,
    shownWhen: question.shownWhen && {
      ...question.shownWhen,
      question: drawn.get(question.shownWhen.question) ?? question.shownWhen.question,
    },
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(value: Fields, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}

const PARTS = [
  'id',
  'kind',
  'text',
  'hint',
  'choices',
  'isNeeded',
  'maxLength',
  'shownWhen',
  'isCountable',
  'isCategory',
];

function isQuestion(value: unknown): value is QuestionSource {
  if (!isRecord(value) || !hasOnly(value, PARTS)) return false;
  const { id, kind, choices, maxLength, shownWhen } = value;
  const known = KINDS.find((each) => each === kind);
  return (
    isId(id) &&
    known !== undefined &&
    isTexts(value['text']) &&
    isTexts(value['hint']) &&
    Array.isArray(choices) &&
    choices.length <= (hasChoices(known) ? MOST.choices : 0) &&
    choices.every(isChoice) &&
    ['isNeeded', 'isCountable', 'isCategory'].every((mark) => typeof value[mark] === 'boolean') &&
    (maxLength === null || Number.isSafeInteger(maxLength)) &&
    (shownWhen === null || isShownWhen(shownWhen))
  );
}

function isChoice(value: unknown): boolean {
  return (
    isRecord(value) &&
    hasOnly(value, ['id', 'text', 'isExclusive']) &&
    isId(value['id']) &&
    isTexts(value['text']) &&
    typeof value['isExclusive'] === 'boolean'
  );
}

function isShownWhen(value: unknown): boolean {
  if (!isRecord(value) || !hasOnly(value, ['question', 'anyOf'])) return false;
  const { question, anyOf } = value;
  return isId(question) && Array.isArray(anyOf) && anyOf.length <= MOST.choices && anyOf.every(isId);
}

function isTexts(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= MOST.languages &&
    value.every(
      (each) =>
        isRecord(each) &&
        hasOnly(each, ['locale', 'text']) &&
        typeof each['locale'] === 'string' &&
        /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(each['locale']) &&
        typeof each['text'] === 'string',
    )
  );
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && ID.test(value);
}

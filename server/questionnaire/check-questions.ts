import { MAX_SEALED_BYTES } from '../crypto/sealing.ts';
import { characterCount } from '../shared/text.ts';
import { isUuid } from '../shared/uuid.ts';
import { QuestionFault, QuestionFaultReason as Reason } from './question-fault.type.ts';
import { hasChoices, hasWords, mostAnswerBytes, QUESTION_LIMITS } from './question-limits.ts';
import type { StoredChoice, StoredQuestion, Texts } from './questionnaire.entity.ts';
import { QuestionKind } from './questionnaire.type.ts';

/** What questions are checked against. */
export interface QuestionSurroundings {
  /** The organisation's first language, BCP 47. */
  readonly first: string;
  /** Every question that was ever published, by id. */
  readonly published: ReadonlyMap<string, QuestionKind>;
}

/** BCP 47, as far as languages, scripts and regions go. */
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/**
 * Everything that keeps questions from being asked, in their order; empty where they can be published.
 *
 * An id belongs to one question for ever: answers of all versions are told apart and counted by it. So it may stand for
 * a question that was published before only where that is still answered in the same way.
 */
export function checkQuestions(
  questions: readonly StoredQuestion[],
  surroundings: QuestionSurroundings,
): QuestionFault[] {
  if (questions.length === 0) return [new QuestionFault(Reason.NO_QUESTIONS, 'Ask at least one question.')];
  const faults = questions.flatMap((question, index) => [
    ...idFaults(question, questions.slice(0, index), surroundings),
    ...textFaults(question, surroundings.first),
    ...kindFaults(question),
    ...branchFaults(question, questions.slice(0, index)),
    ...markFaults(question, questions.slice(0, index)),
  ]);
  if (questions.length > QUESTION_LIMITS.questions) {
    const message = `Ask at most ${QUESTION_LIMITS.questions} questions. There are ${questions.length} now.`;
    faults.push(new QuestionFault(Reason.TOO_MANY_QUESTIONS, message));
  }
  if (mostAnswerBytes(questions) > MAX_SEALED_BYTES) {
    const message =
      'The answers of somebody who writes as much as they may would be too long together. Lower the longest texts.';
    faults.push(new QuestionFault(Reason.TOO_LONG_TOGETHER, message));
  }
  return faults;
}

/** The faults that no editor makes: such questions are not even kept as a draft. */
export function isMalformed({ reason }: QuestionFault): boolean {
  return [
    Reason.ID_MALFORMED,
    Reason.ID_TWICE,
    Reason.LANGUAGE_UNKNOWN,
    Reason.TOO_MANY_QUESTIONS,
    Reason.TOO_MANY_CHOICES,
  ].includes(reason);
}

type Earlier = readonly StoredQuestion[];

function idFaults(
  { id, kind, choices = [], shownWhen }: StoredQuestion,
  earlier: Earlier,
  { published }: QuestionSurroundings,
): QuestionFault[] {
  const faults: QuestionFault[] = [];
  const add = (reason: Reason, message: string) => faults.push(new QuestionFault(reason, message, id));
  if (!isUuid(id) && !published.has(id)) add(Reason.ID_MALFORMED, 'The id of a question is a UUID.');
  const named = [
    ...choices.map((choice) => choice.id),
    ...(shownWhen ? [shownWhen.question, ...shownWhen.anyOf] : []),
  ];
  if (!named.every(isPlainId)) {
    add(Reason.ID_MALFORMED, 'The id of a choice is a UUID.');
  }
  if (earlier.some((other) => other.id === id)) add(Reason.ID_TWICE, 'Two questions have the same id.');
  if (new Set(choices.map((choice) => choice.id)).size < choices.length) {
    add(Reason.ID_TWICE, 'Two choices of one question have the same id.');
  }
  const before = published.get(id);
  if (before !== undefined && wayOf(before) !== wayOf(kind)) {
    add(Reason.ID_TAKEN, 'An earlier version asked this in another way. Make it a new question.');
  }
  return faults;
}

/** Choices that came with the program have names; all others are drawn at random. */
function isPlainId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(id);
}

/** How a kind is answered, whatever the number of choices or the length of the text. */
function wayOf(kind: QuestionKind): 'choices' | 'words' | 'month' {
  if (hasChoices(kind)) return 'choices';
  return hasWords(kind) ? 'words' : 'month';
}

function textFaults(question: StoredQuestion, first: string): QuestionFault[] {
  const { id, text, hint, choices = [] } = question;
  const faults: QuestionFault[] = [];
  const add = (reason: Reason, message: string, choice?: string) =>
    faults.push(new QuestionFault(reason, message, id, choice));
  const all: [Texts, number, string | undefined][] = [
    [text, QUESTION_LIMITS.text, undefined],
    ...(hint ? [[hint, QUESTION_LIMITS.hint, undefined] as [Texts, number, undefined]] : []),
    ...choices.map((choice): [Texts, number, string] => [choice.text, QUESTION_LIMITS.choiceText, choice.id]),
  ];
  if (all.some(([texts]) => Object.keys(texts).some((locale) => !LOCALE.test(locale)))) {
    add(Reason.LANGUAGE_UNKNOWN, 'Say the language like en or en-GB.');
  }
  if (!isWritten(text, first)) add(Reason.TEXT_MISSING, 'Write the question in the first language.');
  if (hint && !isWritten(hint, first)) {
    add(Reason.HINT_MISSING, 'Write the hint in the first language too, or leave it out everywhere.');
  }
  for (const choice of choices) {
    if (!isWritten(choice.text, first)) {
      add(Reason.TEXT_MISSING, 'Write every choice in the first language.', choice.id);
    }
  }
  for (const [texts, limit, choice] of all) {
    if (Object.values(texts).some((each) => characterCount(each) > limit)) {
      add(Reason.TEXT_TOO_LONG, `Use at most ${limit} characters.`, choice);
    }
  }
  if (readTheSame(choices, first)) add(Reason.TEXT_TWICE, 'Two choices read the same.');
  return faults;
}

function isWritten(texts: Texts, locale: string): boolean {
  return Object.hasOwn(texts, locale) && (texts[locale] ?? '').trim() !== '';
}

function readTheSame(choices: readonly StoredChoice[], first: string): boolean {
  const read = choices.map(({ text }) => (text[first] ?? '').trim().toLowerCase()).filter(Boolean);
  return new Set(read).size < read.length;
}

function kindFaults({ id, kind, choices = [], maxLength, isNeeded }: StoredQuestion): QuestionFault[] {
  const faults: QuestionFault[] = [];
  const add = (reason: Reason, message: string) => faults.push(new QuestionFault(reason, message, id));
  if (!hasChoices(kind) && choices.length > 0) {
    add(Reason.NO_CHOICES_HERE, 'A question that is not answered by choices has none.');
  }
  if (hasChoices(kind) && choices.length < (isNeeded ? 1 : 2)) {
    add(Reason.TOO_FEW_CHOICES, 'Offer at least two choices.');
  }
  if (choices.length > QUESTION_LIMITS.choices) {
    add(Reason.TOO_MANY_CHOICES, `Offer at most ${QUESTION_LIMITS.choices} choices.`);
  }
  if (hasWords(kind)) {
    const most = kind === QuestionKind.SHORT_TEXT ? QUESTION_LIMITS.shortAnswer : QUESTION_LIMITS.longAnswer;
    if (maxLength === undefined || !Number.isInteger(maxLength) || maxLength < 1 || maxLength > most) {
      add(Reason.LENGTH_MISSING, `Say how many characters an answer may have, 1 to ${most}.`);
    }
  } else if (maxLength !== undefined) {
    add(Reason.LENGTH_NOT_HERE, 'Only an answer in words has a longest text.');
  }
  if (isNeeded && (kind !== QuestionKind.ONE_CHOICE || choices.length > 2)) {
    add(
      Reason.NEEDED_IS_NO_CONSENT,
      'Only consent may not be skipped: one choice to pick, or one of two. Everything else may be left out.',
    );
  }
  return faults;
}

function branchFaults({ id, shownWhen }: StoredQuestion, earlier: Earlier): QuestionFault[] {
  if (!shownWhen) return [];
  const above = earlier.find((question) => question.id === shownWhen.question);
  if (!above || !hasChoices(above.kind)) {
    const message = 'Let it be shown by the answer to a question with choices that comes before it.';
    return [new QuestionFault(Reason.BRANCH_NOT_EARLIER, message, id)];
  }
  const known = new Set((above.choices ?? []).map((choice) => choice.id));
  const isWhole = shownWhen.anyOf.length > 0 && shownWhen.anyOf.every((choice) => known.has(choice));
  if (isWhole) return [];
  const message = 'Pick at least one choice that shows this question, all from the question before it.';
  return [new QuestionFault(Reason.BRANCH_WITHOUT_CHOICE, message, id)];
}

function markFaults(
  { id, kind, isCountable, isCategory }: StoredQuestion,
  earlier: Earlier,
): QuestionFault[] {
  const faults: QuestionFault[] = [];
  const add = (reason: Reason, message: string) => faults.push(new QuestionFault(reason, message, id));
  if (isCountable && !hasChoices(kind)) {
    add(Reason.NOT_TO_BE_COUNTED, 'Only questions that are answered by choices can be counted.');
  }
  if (isCategory && !isCountable) {
    add(Reason.CATEGORY_NOT_COUNTED, 'The question that names the category has to be counted.');
  }
  if (isCategory && earlier.some((question) => question.isCategory)) {
    add(Reason.SECOND_CATEGORY, 'One question names the category, and another does already.');
  }
  return faults;
}

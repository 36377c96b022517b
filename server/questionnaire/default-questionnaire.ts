import { ARABIC_QUESTIONS } from './default-questions-ar.ts';
import { WELSH_QUESTIONS } from './default-questions-cy.ts';
import { ENGLISH_QUESTIONS, type QuestionWords } from './default-questions-en.ts';
import type { StoredChoice, StoredQuestion, Texts } from './questionnaire.entity.ts';
import { QuestionKind } from './questionnaire.type.ts';

type Name = keyof QuestionWords;

function words(name: Name): Texts {
  return { en: ENGLISH_QUESTIONS[name], cy: WELSH_QUESTIONS[name], ar: ARABIC_QUESTIONS[name] };
}

function asked<Id extends Name>(id: `${Id}/hint` extends Name ? Id : never) {
  return { id, text: words(id), hint: words(`${id}/hint` as Name) };
}

function choice<Question extends string, Id extends string>(
  question: Question,
  id: `${Question}/${Id}` extends Name ? Id : never,
): StoredChoice {
  return { id, text: words(`${question}/${id}` as Name) };
}

const NOT_SURE: StoredChoice = { id: 'not-sure', text: words('not-sure') };
const RATHER_NOT_SAY: StoredChoice = {
  id: 'rather-not-say',
  text: words('rather-not-say'),
  isExclusive: true,
};
const NONE_OF_THESE: StoredChoice = { id: 'none-of-these', text: words('none-of-these'), isExclusive: true };

/**
 * The questions of a new installation, for a university or an employer.
 *
 * What happened comes first and in the reporter's own words; nobody has to classify it, and all may be skipped.
 * Text limits add up to less than a sealed body holds, also where every character takes four bytes.
 */
export const DEFAULT_QUESTIONS: readonly StoredQuestion[] = [
  {
    ...asked('what-happened'),
    kind: QuestionKind.LONG_TEXT,
    maxLength: 5_000,
  },
  {
    ...asked('kinds'),
    kind: QuestionKind.MANY_CHOICES,
    isCountable: true,
    isCategory: true,
    choices: [
      choice('kinds', 'bullying'),
      choice('kinds', 'harassment'),
      choice('kinds', 'sexual'),
      choice('kinds', 'discrimination'),
      choice('kinds', 'hate'),
      choice('kinds', 'relationship-abuse'),
      choice('kinds', 'stalking'),
      choice('kinds', 'violence'),
      choice('kinds', 'something-else'),
      NOT_SURE,
      NONE_OF_THESE,
      RATHER_NOT_SAY,
    ],
  },
  {
    ...asked('about'),
    kind: QuestionKind.MANY_CHOICES,
    choices: [
      choice('about', 'age'),
      choice('about', 'disability'),
      choice('about', 'gender-identity'),
      choice('about', 'pregnancy'),
      choice('about', 'race'),
      choice('about', 'religion'),
      choice('about', 'sex'),
      choice('about', 'sexual-orientation'),
      choice('about', 'something-else'),
      NOT_SURE,
      NONE_OF_THESE,
      RATHER_NOT_SAY,
    ],
    shownWhen: {
      question: 'kinds',
      anyOf: ['discrimination', 'hate', 'harassment', 'bullying'],
    },
  },
  {
    ...asked('when'),
    kind: QuestionKind.MONTH,
  },
  {
    ...asked('still-happening'),
    kind: QuestionKind.ONE_CHOICE,
    choices: [choice('still-happening', 'yes'), choice('still-happening', 'no'), NOT_SURE, RATHER_NOT_SAY],
  },
  {
    ...asked('where'),
    kind: QuestionKind.ONE_CHOICE,
    isCountable: true,
    choices: [
      choice('where', 'site'),
      choice('where', 'accommodation'),
      choice('where', 'placement'),
      choice('where', 'event'),
      choice('where', 'internet'),
      choice('where', 'elsewhere'),
      NOT_SURE,
      RATHER_NOT_SAY,
    ],
  },
  {
    ...asked('where-details'),
    kind: QuestionKind.SHORT_TEXT,
    maxLength: 200,
    shownWhen: {
      question: 'where',
      anyOf: ['site', 'accommodation', 'placement', 'event', 'internet', 'elsewhere'],
    },
  },
  {
    ...asked('who'),
    kind: QuestionKind.MANY_CHOICES,
    isCountable: true,
    choices: [
      choice('who', 'student'),
      choice('who', 'colleague'),
      choice('who', 'manager'),
      choice('who', 'teacher'),
      choice('who', 'other-staff'),
      choice('who', 'partner'),
      choice('who', 'visitor'),
      choice('who', 'stranger'),
      choice('who', 'organisation'),
      NOT_SURE,
      NONE_OF_THESE,
      RATHER_NOT_SAY,
    ],
  },
  {
    ...asked('reporter-role'),
    kind: QuestionKind.ONE_CHOICE,
    isCountable: true,
    choices: [
      choice('reporter-role', 'student'),
      choice('reporter-role', 'staff'),
      choice('reporter-role', 'visitor'),
      choice('reporter-role', 'former'),
      choice('reporter-role', 'other'),
      RATHER_NOT_SAY,
    ],
  },
  {
    ...asked('happened-to'),
    kind: QuestionKind.ONE_CHOICE,
    choices: [
      choice('happened-to', 'me'),
      choice('happened-to', 'somebody-else'),
      choice('happened-to', 'both'),
      NOT_SURE,
      RATHER_NOT_SAY,
    ],
  },
  {
    ...asked('wishes'),
    kind: QuestionKind.MANY_CHOICES,
    choices: [
      choice('wishes', 'know'),
      choice('wishes', 'support'),
      choice('wishes', 'stop'),
      choice('wishes', 'options'),
      choice('wishes', 'action'),
      choice('wishes', 'change'),
      choice('wishes', 'something-else'),
      NOT_SURE,
      RATHER_NOT_SAY,
    ],
  },
  {
    ...asked('anything-else'),
    kind: QuestionKind.LONG_TEXT,
    maxLength: 2_000,
  },
];

import type { StoredChoice, StoredQuestion } from './questionnaire.entity.ts';
import { QuestionKind } from './questionnaire.type.ts';

function choice(id: string, en: string): StoredChoice {
  return { id, text: { en } };
}

const NOT_SURE = choice('not-sure', "I'm not sure");
const RATHER_NOT_SAY: StoredChoice = {
  ...choice('rather-not-say', "I'd rather not say"),
  isExclusive: true,
};
const NONE_OF_THESE: StoredChoice = {
  ...choice('none-of-these', 'None of these'),
  isExclusive: true,
};

/**
 * The questions of a new installation, for a university or an employer.
 *
 * What happened comes first and in the reporter's own words; nobody has to classify it, and all may be skipped.
 * Text limits add up to less than a sealed body holds, also where every character takes four bytes.
 */
export const DEFAULT_QUESTIONS: readonly StoredQuestion[] = [
  {
    id: 'what-happened',
    kind: QuestionKind.LONG_TEXT,
    text: { en: 'What happened?' },
    hint: {
      en: 'Tell as much or as little as you want, in any order. You could say what was done or said, and how it affected you. Leave out names and details that you do not want to share.',
    },
    maxLength: 5_000,
  },
  {
    id: 'kinds',
    kind: QuestionKind.MANY_CHOICES,
    text: { en: 'Is it any of these?' },
    hint: {
      en: 'This helps us to find the right person to read your report. You do not have to decide what it was.',
    },
    choices: [
      choice('bullying', 'Bullying'),
      choice('harassment', 'Harassment'),
      choice('sexual', 'Sexual harassment, assault or other sexual misconduct'),
      choice('discrimination', 'Discrimination'),
      choice('hate', 'A hate incident'),
      choice('relationship-abuse', 'Abuse by a partner, former partner or family member'),
      choice('stalking', 'Stalking'),
      choice('violence', 'Violence or threats'),
      choice('something-else', 'Something else'),
      NOT_SURE,
      NONE_OF_THESE,
      RATHER_NOT_SAY,
    ],
  },
  {
    id: 'about',
    kind: QuestionKind.MANY_CHOICES,
    text: { en: 'Did it have to do with any of these?' },
    hint: {
      en: 'We ask because people are treated differently for these, and the law protects them.',
    },
    choices: [
      choice('age', 'Age'),
      choice('disability', 'Disability'),
      choice('gender-identity', 'Gender identity'),
      choice('pregnancy', 'Pregnancy or being a parent'),
      choice('race', 'Race, ethnicity or nationality'),
      choice('religion', 'Religion or belief'),
      choice('sex', 'Sex'),
      choice('sexual-orientation', 'Sexual orientation'),
      choice('something-else', 'Something else'),
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
    id: 'when',
    kind: QuestionKind.MONTH,
    text: { en: 'Roughly when did it happen?' },
    hint: {
      en: 'A month is enough. If it went on for longer, give the last time.',
    },
  },
  {
    id: 'still-happening',
    kind: QuestionKind.ONE_CHOICE,
    text: { en: 'Is it still happening?' },
    hint: { en: 'This helps us to see how soon something should be done.' },
    choices: [choice('yes', 'Yes'), choice('no', 'No'), NOT_SURE, RATHER_NOT_SAY],
  },
  {
    id: 'where',
    kind: QuestionKind.ONE_CHOICE,
    text: { en: 'Where did it happen?' },
    hint: { en: 'Pick the one that fits best.' },
    choices: [
      choice('site', 'On our site or campus'),
      choice('accommodation', 'Where people live or stay'),
      choice('placement', 'On a placement, field trip or business trip'),
      choice('event', 'At an event or social occasion'),
      choice('internet', 'On the internet or by phone'),
      choice('elsewhere', 'Somewhere else'),
      NOT_SURE,
      RATHER_NOT_SAY,
    ],
  },
  {
    id: 'where-details',
    kind: QuestionKind.SHORT_TEXT,
    text: { en: 'Do you want to say more about the place?' },
    hint: { en: 'A very small or unusual place may show who you are.' },
    maxLength: 200,
    shownWhen: {
      question: 'where',
      anyOf: ['site', 'accommodation', 'placement', 'event', 'internet', 'elsewhere'],
    },
  },
  {
    id: 'who',
    kind: QuestionKind.MANY_CHOICES,
    text: { en: 'Who did it?' },
    hint: {
      en: 'How they are connected with you or with us. We do not ask for names here.',
    },
    choices: [
      choice('student', 'A student'),
      choice('colleague', 'A colleague'),
      choice('manager', 'A manager or supervisor'),
      choice('teacher', 'A teacher or member of academic staff'),
      choice('other-staff', 'Another member of staff'),
      choice('partner', 'A partner, former partner or family member'),
      choice('visitor', 'A visitor, customer or contractor'),
      choice('stranger', 'Somebody I do not know'),
      choice('organisation', 'It is about how something is done here'),
      NOT_SURE,
      NONE_OF_THESE,
      RATHER_NOT_SAY,
    ],
  },
  {
    id: 'reporter-role',
    kind: QuestionKind.ONE_CHOICE,
    text: { en: 'Which of these are you?' },
    hint: {
      en: 'This helps us to say what support is there for you. It does not tell us who you are.',
    },
    choices: [
      choice('student', 'A student'),
      choice('staff', 'A member of staff'),
      choice('visitor', 'A visitor, customer or contractor'),
      choice('former', 'A former student or member of staff'),
      choice('other', 'Somebody else'),
      RATHER_NOT_SAY,
    ],
  },
  {
    id: 'happened-to',
    kind: QuestionKind.ONE_CHOICE,
    text: { en: 'Who did it happen to?' },
    hint: { en: 'You can report what you saw or were told, too.' },
    choices: [
      choice('me', 'To me'),
      choice('somebody-else', 'To somebody else'),
      choice('both', 'To me and to others'),
      NOT_SURE,
      RATHER_NOT_SAY,
    ],
  },
  {
    id: 'wishes',
    kind: QuestionKind.MANY_CHOICES,
    text: { en: 'What would you like to happen?' },
    hint: {
      en: 'We cannot promise all of these, and some need more than an anonymous report. It helps us to know.',
    },
    choices: [
      choice('know', 'I only want you to know'),
      choice('support', 'Support for me'),
      choice('stop', 'That it stops'),
      choice('options', 'To hear what my options are'),
      choice('action', 'That something is done about the person'),
      choice('change', 'That something changes here for everybody'),
      choice('something-else', 'Something else'),
      NOT_SURE,
      RATHER_NOT_SAY,
    ],
  },
  {
    id: 'anything-else',
    kind: QuestionKind.LONG_TEXT,
    text: { en: 'Is there anything else that you want us to know?' },
    hint: {
      en: 'For example when it would be safe for you that we act, or who else knows.',
    },
    maxLength: 2_000,
  },
];

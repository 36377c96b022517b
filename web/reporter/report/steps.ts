import { answerTo, fieldsOf, type PageAnswers } from './answer.ts';
import type { Draft } from './draft.ts';
import type { Question, Questionnaire } from './questionnaire.ts';

/** Whether contact details are asked for. */
export type ReportRoute = 'anonymous' | 'contact';

/** One page of the form. Questions are `question:` and the question's id. */
export type Step =
  | 'start'
  | `question:${string}`
  | 'contact'
  | 'kept-out'
  | 'messaging'
  | 'code'
  | 'code-check'
  | 'check';

/** The questions that go with the answers so far, in order. */
export function shownQuestions(questionnaire: Questionnaire, answers: PageAnswers): Question[] {
  const shown: Question[] = [];
  for (const question of questionnaire.questions) {
    const { shownWhen } = question;
    // A branch hangs on an answer that is itself shown: what was answered on a branch left since does not count.
    const above = shown.find(({ id }) => id === shownWhen?.question);
    const picked = above ? fieldsOf(answerTo(above, answers)).choices : [];
    if (!shownWhen || picked.some((choice) => shownWhen.anyOf.includes(choice))) shown.push(question);
  }
  return shown;
}

/** Every page that this draft leads through, in order, "Check your answers" last. */
export function stepsOf(route: ReportRoute, questionnaire: Questionnaire, draft: Draft): Step[] {
  return [
    'start',
    ...shownQuestions(questionnaire, draft.answers).map(({ id }): Step => `question:${id}`),
    ...(route === 'contact' ? (['contact'] as const) : []),
    ...(asksWhomToKeepOut(questionnaire, draft) ? (['kept-out'] as const) : []),
    'messaging',
    ...(draft.messaging === 'yes' ? (['code', 'code-check'] as const) : []),
    'check',
  ];
}

/** Also where a choice was made that is offered no more: it must not be dropped without a word. */
function asksWhomToKeepOut({ keptOutChoices }: Questionnaire, { keptOut }: Draft): boolean {
  return keptOutChoices.length > 0 || (keptOut?.length ?? 0) > 0;
}

/** The pages after the questions, in order. Which of them there are may change while somebody is on one. */
const AFTER_QUESTIONS: readonly Step[] = ['contact', 'kept-out', 'messaging', 'code', 'code-check', 'check'];

/** The page after this one; while checking, the next that was not come to yet, or the check itself. */
export function stepAfter(at: Step, steps: readonly Step[], draft: Draft): Step {
  const later = steps.includes(at)
    ? steps.slice(steps.indexOf(at) + 1)
    : steps.filter((step) => AFTER_QUESTIONS.indexOf(step) > AFTER_QUESTIONS.indexOf(at));
  if (!draft.checking) return later[0] ?? 'check';
  return later.find((step) => !isDone(step, draft)) ?? 'check';
}

/** The page before this one; the start where there is none. */
export function stepBefore(at: Step, steps: readonly Step[]): Step {
  const earlier = steps.includes(at)
    ? steps.slice(0, steps.indexOf(at))
    : steps.filter((step) => AFTER_QUESTIONS.indexOf(step) < AFTER_QUESTIONS.indexOf(at));
  return earlier.at(-1) ?? 'start';
}

/** The question of a page; `undefined` for pages without one, and for questions that are asked no more. */
export function questionAt(at: Step, questionnaire: Questionnaire): Question | undefined {
  return questionnaire.questions.find(({ id }) => at === `question:${id}`);
}

/** Reads the name of a page as a form sends it. */
export function stepNamed(name: string, steps: readonly Step[]): Step | undefined {
  return steps.find((step) => step === name);
}

function isDone(step: Step, draft: Draft): boolean {
  switch (step) {
    case 'start':
      return true;
    case 'contact':
      return draft.contact !== null;
    case 'kept-out':
      return draft.keptOut !== null;
    case 'messaging':
      return draft.messaging !== null;
    case 'code':
    case 'code-check':
      return draft.codeSaved;
    case 'check':
      return true;
    default:
      return draft.answers[step.slice('question:'.length)] !== undefined;
  }
}

import type { SentForm } from '../form.ts';
import { codeIn, normaliseCode } from '../session/typed-code.ts';
import { answerFromForm, answerTo, isLeftOut } from './answer.ts';
import { type Fault, faultOf } from './answer-fault.ts';
import { contactFaults, contactFromForm } from './contact.ts';
import type { Draft } from './draft.ts';
import type { Questionnaire } from './questionnaire.ts';
import {
  questionAt,
  type ReportRoute,
  type Step,
  stepAfter,
  stepBefore,
  stepNamed,
  stepsOf,
} from './steps.ts';

/** The page to show next, and what stands against what was sent. */
export interface Turn {
  readonly step: Step;
  readonly draft: Draft;
  readonly faults: readonly Fault[];
  /** what has to be decided before the page turns: whether to lose what stands in its fields */
  readonly asks?: 'leave-out';
}

/** What the pages hang on. */
export interface Form {
  readonly route: ReportRoute;
  readonly questionnaire: Questionnaire;
  /** `YYYY-MM` */
  readonly thisMonth: string;
}

/**
 * Turns the page: takes the fields of a page into the draft, and says which page comes next.
 *
 * Only Continue checks. Back, Stay and Change always get through, and keep what stood in the fields. Skip, and
 * "anonymous" on the page of contact details, ask first where something stood there.
 *
 * @param at the page that the fields were on
 * @param go what was pressed: `next`, `skip`, `leave-out`, `back`, `stay`, `change:` and a page, `code-saved`, `anonymous`
 */
export function takeStep(form: Form, draft: Draft, at: Step, go: string, fields: SentForm): Turn {
  const turn = turnPage(form, draft, at, go, fields);
  // A choice that was taken away must not be lost without a word: it is said wherever its page comes up.
  return turn.step === 'kept-out' ? { ...turn, faults: keptOutFaults(form.questionnaire, turn.draft) } : turn;
}

function turnPage(form: Form, draft: Draft, at: Step, go: string, fields: SentForm): Turn {
  if (go === 'leave-out') return forward(form, leaveOut(draft, at), at);
  const filled = fillIn(form, draft, at, fields);
  if (go === 'skip' || go === 'anonymous') {
    if (holdsWords(form, filled, at)) return { step: at, draft: filled, faults: [], asks: 'leave-out' };
    return forward(form, leaveOut(draft, at), at);
  }
  if (go === 'stay' && isStillThere(form, filled, at)) return { step: at, draft: filled, faults: [] };
  if (go === 'stay') return forward(form, filled, at);
  if (go === 'back') return backward(form, filled, at);
  if (go.startsWith('change:')) return toChange(form, filled, go.slice('change:'.length));
  if (go === 'code-saved') return forward(form, { ...filled, codeSaved: true }, at);
  const faults = faultsAt(form, filled, at, fields);
  if (faults.length > 0) return { step: at, draft: filled, faults };
  return forward(form, at === 'code-check' ? { ...filled, codeSaved: true } : filled, at);
}

/** What stands against the draft as a whole: the first page that has a fault, or `null` where it may be sent. */
export function firstFault(form: Form, draft: Draft): Turn | null {
  const checking = { ...draft, checking: true };
  for (const step of stepsOf(form.route, form.questionnaire, draft)) {
    const faults = storedFaults(form, draft, step);
    if (faults.length > 0) return { step, draft: checking, faults };
    if (step === 'code' && !(draft.offer && draft.codeSaved)) return { step, draft: checking, faults: [] };
  }
  return null;
}

function fillIn({ questionnaire }: Form, draft: Draft, at: Step, fields: SentForm): Draft {
  const question = questionAt(at, questionnaire);
  if (question) {
    return { ...draft, answers: { ...draft.answers, [question.id]: answerFromForm(question, fields) } };
  }
  if (at === 'contact') return { ...draft, contact: contactFromForm(fields) };
  if (at === 'kept-out') return { ...draft, keptOut: fields.all('kept-out') };
  if (at !== 'messaging') return draft;
  const choice = fields.text('messaging');
  return { ...draft, messaging: choice === 'yes' || choice === 'no' ? choice : draft.messaging };
}

/** Whether something stands in the fields of a page that can be left out. */
function holdsWords({ questionnaire }: Form, draft: Draft, at: Step): boolean {
  const question = questionAt(at, questionnaire);
  if (question) return !isLeftOut(answerTo(question, draft.answers));
  if (at === 'contact') return draft.contact !== null && Object.values(draft.contact).some(Boolean);
  return at === 'kept-out' && (draft.keptOut ?? []).length > 0;
}

function leaveOut(draft: Draft, at: Step): Draft {
  if (at === 'contact') return { ...draft, contact: null };
  if (at === 'kept-out') return { ...draft, keptOut: [] };
  if (!at.startsWith('question:')) return draft;
  return { ...draft, answers: { ...draft.answers, [at.slice('question:'.length)]: null } };
}

function forward(form: Form, draft: Draft, at: Step): Turn {
  const step = stepAfter(at, stepsOf(form.route, form.questionnaire, draft), draft);
  return { step, draft: step === 'check' ? { ...draft, checking: false } : draft, faults: [] };
}

function isStillThere(form: Form, draft: Draft, at: Step): boolean {
  return stepsOf(form.route, form.questionnaire, draft).includes(at);
}

function backward(form: Form, draft: Draft, at: Step): Turn {
  if (draft.checking && at !== 'code-check')
    return { step: 'check', draft: { ...draft, checking: false }, faults: [] };
  return { step: stepBefore(at, stepsOf(form.route, form.questionnaire, draft)), draft, faults: [] };
}

function toChange(form: Form, draft: Draft, name: string): Turn {
  const step = stepNamed(name, stepsOf(form.route, form.questionnaire, draft)) ?? 'check';
  return { step, draft: { ...draft, checking: step !== 'check' }, faults: [] };
}

function faultsAt(form: Form, draft: Draft, at: Step, fields: SentForm): readonly Fault[] {
  return at === 'code-check'
    ? lastFourFaults(draft, fields.text('last-four'))
    : storedFaults(form, draft, at);
}

function storedFaults({ questionnaire, thisMonth }: Form, draft: Draft, at: Step): readonly Fault[] {
  const question = questionAt(at, questionnaire);
  if (question) {
    const fault = faultOf(question, answerTo(question, draft.answers), thisMonth);
    return fault ? [fault] : [];
  }
  if (at === 'contact') return contactFaults(draft.contact ?? { name: '', email: '', phone: '' });
  if (at === 'kept-out') return keptOutFaults(questionnaire, draft);
  if (at === 'messaging' && !draft.messaging) return [{ field: 'messaging-yes', message: 'optIn.fault' }];
  return [];
}

function keptOutFaults({ keptOutChoices }: Questionnaire, { keptOut }: Draft): readonly Fault[] {
  const isOffered = (chosen: string) => keptOutChoices.some(({ id }) => id === chosen);
  return (keptOut ?? []).every(isOffered) ? [] : [{ field: 'kept-out', message: 'keptOut.changed' }];
}

function lastFourFaults({ offer }: Draft, typed: string): readonly Fault[] {
  const symbols = codeIn(typed);
  if (symbols === '') return [{ field: 'last-four', message: 'codeCheck.empty' }];
  const code = normaliseCode(offer?.code ?? '');
  // Whoever types all of it has it.
  return symbols === code || (symbols.length === 4 && code.endsWith(symbols))
    ? []
    : [{ field: 'last-four', message: 'codeCheck.wrong' }];
}

import type { SentForm } from '../form.ts';
import type { PortalLocale } from '../locale.ts';
import type { PortalContext } from '../portal-context.ts';
import { ServiceFailed } from '../service/ask.ts';
import { keyAfter } from '../service/new-key.server.ts';
import type { Desk, ReportOutcome } from './desk.ts';
import { type Draft, decodeDraft } from './draft.ts';
import { drawCode } from './draw-code.server.ts';
import { nobodyLeft, somebodyWouldRead } from './kept-out.server.ts';
import { questionnaireOf } from './questionnaire.ts';
import { formView } from './report-view.ts';
import { sendReport } from './send-report.server.ts';
import { type ReportRoute, type Step, stepNamed, stepsOf } from './steps.ts';
import { type Form, type Turn, takeStep } from './take-step.ts';

/**
 * Answers one POST of the form. Whatever goes wrong on our side, the fields that came go back to the page.
 *
 * @param now to tell months that have not begun and codes that are too old.
 */
export async function answerReportForm(
  context: PortalContext,
  locale: PortalLocale,
  route: ReportRoute,
  fields: SentForm,
  now: Date,
): Promise<ReportOutcome> {
  const draft = decodeDraft(fields.text('draft'));
  if (!draft) return { view: { kind: 'unreadable' } };
  try {
    const questionnaire = await questionnaireOf(context, locale, draft.version);
    if (!questionnaire) throw new ServiceFailed('INTERNAL_SERVER_ERROR');
    return await answer(
      { context, locale, now, form: { route, questionnaire, thisMonth: latestMonth(now) } },
      draft,
      fields,
    );
  } catch (error) {
    context.reportIncident(error);
    return { view: { kind: 'try-again', fields: fields.entries() } };
  }
}

async function answer(desk: Desk, draft: Draft, fields: SentForm): Promise<ReportOutcome> {
  const { form } = desk;
  const go = fields.text('go') || 'next';
  const isChanged = draft.version !== form.questionnaire.version;
  const current = { ...draft, version: form.questionnaire.version };
  if (go === 'send' && isChanged) {
    return { view: formView({ step: 'check', draft: current, faults: [] }, { kind: 'questions-changed' }) };
  }
  if (go === 'send') return sendReport(desk, current);
  if (go === 'another-report') {
    const { key, next: offer } = current;
    const fresh = {
      ...current,
      key: keyAfter(key),
      offer,
      next: null,
      codeSaved: false,
      checking: true,
    };
    const step = fresh.messaging === 'yes' ? 'code' : 'check';
    return { view: await withCode(desk, { step, draft: fresh }, false) };
  }
  // Choices of whom to keep out may have been taken away while somebody was on their page, and the page with them.
  const steps: readonly Step[] = [...stepsOf(form.route, form.questionnaire, current), 'kept-out'];
  const at = stepNamed(fields.text('at'), steps);
  // A question that is asked no more, or a page that went with another answer: the check shows what there is.
  const turn = at
    ? takeStep(form, current, at, go, fields)
    : (leaveContact(form, current, go, fields) ?? toCheck(current));
  if (turn.faults.length > 0 || turn.asks) return { view: formView(turn) };
  if (at === 'kept-out' && go === 'next' && !(await somebodyWouldRead(desk, turn.draft))) {
    return { view: nobodyLeft({ ...turn.draft, checking: current.checking }) };
  }
  const view = await withCode(desk, turn, current.messaging === 'yes' && current.offer !== null);
  return {
    view: isChanged && view.step === 'check' ? { ...view, notice: { kind: 'questions-changed' } } : view,
  };
}

/** "Report anonymously" on the page of contact details leads here, to a route that has no such page. */
function leaveContact(form: Form, draft: Draft, go: string, fields: SentForm): Turn | null {
  if (fields.text('at') !== 'contact') return null;
  // A change of language on the page that asks whether to leave them out.
  if (go === 'stay') return takeStep(form, draft, 'contact', 'anonymous', fields);
  return go === 'anonymous' || go === 'leave-out' ? takeStep(form, draft, 'contact', go, fields) : null;
}

function toCheck(draft: Draft): Turn {
  return { step: 'check', draft, faults: [] };
}

/** The page, with a code drawn where it shows one and there is none that would still be taken. */
async function withCode(desk: Desk, { step, draft }: { step: Step; draft: Draft }, wasShown: boolean) {
  const isCodePage = step === 'code' || step === 'code-check';
  const isFresh = draft.offer && Date.parse(draft.offer.expiresAt) > desk.now.getTime();
  return isCodePage && !isFresh ? drawCode(desk, draft, wasShown) : formView({ step, draft, faults: [] });
}

/** The month that it is where the day begins first, `YYYY-MM`: nobody's own month is called one that has not begun. */
function latestMonth(now: Date): string {
  const FIRST_TIME_ZONE = 14 * 60 * 60 * 1_000; // 14 hours ahead of UTC
  return new Date(now.getTime() + FIRST_TIME_ZONE).toISOString().slice(0, 7);
}

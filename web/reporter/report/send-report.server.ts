import { assertNever } from '../../shared/assert-never.ts';
import type { VariablesOf } from '../../shared/graphql.ts';
import { ask } from '../service/ask.ts';
import { answerTo, toAnswerInput } from './answer.ts';
import { toContactInput } from './contact.ts';
import type { Desk, ReportOutcome } from './desk.ts';
import type { CodeOffer, Draft } from './draft.ts';
import { codeAhead, drawCode } from './draw-code.server.ts';
import { choiceGone, nobodyLeft } from './kept-out.server.ts';
import { formView, type Notice } from './report-view.ts';
import { shownQuestions } from './steps.ts';
import { SubmitReportDocument } from './submit-report.ts';
import { type Form, firstFault } from './take-step.ts';

type Input = VariablesOf<typeof SubmitReportDocument>['input'];

/**
 * Sends the report. The same draft may be sent as often as one likes: it carries its idempotency key.
 *
 * @throws {ServiceFailed} nobody knows whether it was stored; the same draft must be sent again.
 */
export async function sendReport(desk: Desk, draft: Draft): Promise<ReportOutcome> {
  const faulty = firstFault(desk.form, draft);
  if (faulty && (faulty.faults.length > 0 || draft.offer)) return { view: formView(faulty) };
  if (faulty) return { view: await drawCode(desk, faulty.draft, draft.offer !== null) };
  const input = inputOf(desk, draft);
  if (input.answers.length === 0) return { view: check(draft, { kind: 'nothing-answered' }) };
  const { submitReport } = await ask(desk.context, SubmitReportDocument, { input });
  switch (submitReport.__typename) {
    case 'ReportSubmitted':
      return {
        sent: {
          code: submitReport.messaging ? (draft.offer?.code ?? null) : null,
          replyExpectedBy: submitReport.replyExpectedBy,
        },
      };
    case 'InvalidReport':
      return {
        view: check(draft, { kind: 'refused', reason: submitReport.reason, faults: submitReport.faults }),
      };
    case 'EnrolmentExpired':
      return { view: await drawCode(desk, { ...draft, checking: true }, true) };
    case 'KeyReused':
      return {
        view: check({ ...draft, next: await nextCode(desk, draft) }, { kind: 'key-reused' }),
      };
    case 'SubmissionsClosed':
      return { view: { kind: 'closed', draft } };
    case 'NobodyLeft':
      return { view: nobodyLeft({ ...draft, checking: true }) };
    case 'KeptOutChanged':
      return { view: choiceGone({ ...draft, checking: true }) };
    case 'ServiceBusy':
      if (submitReport.isFault) return { view: check(draft, { kind: 'away' }) };
      return { view: check(draft, { kind: 'busy', seconds: submitReport.retryAfterSeconds }) };
    default:
      return assertNever(submitReport);
  }
}

/** The code that another report would get. */
async function nextCode({ context }: Desk, { messaging, next }: Draft): Promise<CodeOffer | null> {
  return next ?? (messaging === 'yes' ? codeAhead(context) : null);
}

function check(draft: Draft, notice: Notice) {
  return formView({ step: 'check', draft, faults: [] }, notice);
}

/** The draft as the service takes it: what is shown and answered, in the order of the questions. */
function inputOf({ form, locale }: { form: Form; locale: Desk['locale'] }, draft: Draft): Input {
  return {
    idempotencyKey: draft.key,
    questionnaireVersion: draft.version,
    locale: locale.tag,
    answers: shownQuestions(form.questionnaire, draft.answers).flatMap(
      (question) => toAnswerInput(question.id, answerTo(question, draft.answers)) ?? [],
    ),
    enrolment: draft.messaging === 'yes' ? (draft.offer?.enrolment ?? null) : null,
    contactDetails: form.route === 'contact' && draft.contact ? toContactInput(draft.contact) : null,
    keptOut: [...(draft.keptOut ?? [])],
  };
}

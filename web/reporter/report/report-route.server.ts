import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { readForm } from '../form.ts';
import { asideFor } from '../frame/aside-view.ts';
import { localeOfRequest, pathIn } from '../locale.ts';
import type { PortalContext } from '../portal-context.ts';
import { newKey } from '../service/new-key.server.ts';
import { emptyDraft } from './draft.ts';
import { codeAhead } from './draw-code.server.ts';
import { questionnaireFor, questionnaireOf } from './questionnaire.ts';
import { answerReportForm } from './report-action.server.ts';
import { handOver } from './sent-note.server.ts';
import type { ReportRoute } from './steps.ts';

/**
 * Requests that an action answered, and the version of the questions on the page they render, where it has any: what the
 * first page starts with is of no use to them.
 */
const answered = new WeakMap<PortalContext, string | null>();

/**
 * The first page of the form, with the key and the code that all the following ones carry, so that both are the same on
 * every way through them. Never throws: POSTs render through it.
 */
export async function loadReportForm({ context, params }: LoaderFunctionArgs) {
  const locale = localeOfRequest(params);
  const begunWith = answered.get(context) ?? null;
  const questionnaire = await (begunWith === null
    ? questionnaireFor(context, locale)
    : questionnaireOf(context, locale, begunWith));
  const offer = answered.has(context) ? null : await codeAhead(context);
  return { questionnaire, draft: emptyDraft(newKey(), questionnaire?.version ?? '', offer) };
}

/** Answers a POST of the form with the next page, or, once it is stored, sends the browser to "sent". */
export async function actOnReportForm(route: ReportRoute, { context, params, request }: ActionFunctionArgs) {
  answered.set(context, null);
  const locale = localeOfRequest(params);
  const form = await readForm(request);
  const aside = asideFor(form);
  if (aside) return aside;
  const outcome = await answerReportForm(context, locale, route, form, new Date());
  // Always 200: a proxy that puts its own page in place of an error would throw the answers away.
  if ('view' in outcome) {
    if ('draft' in outcome.view) answered.set(context, outcome.view.draft.version);
    return outcome.view;
  }
  // POST, redirect, GET: a reload of the last page must not send anything, and must not show the code again.
  return redirect(pathIn(locale, '/sent'), {
    status: 303,
    headers: { 'Set-Cookie': handOver(context, outcome.sent) },
  });
}

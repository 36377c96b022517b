import type { PortalContext, PortalDocument } from '../portal-context.ts';
import { ask, ServiceFailed } from '../service/ask.ts';
import { tokenOf } from './session.ts';

/** What a page about one's own report found. */
export type MyReport<Report> =
  | { readonly kind: 'found'; readonly report: Report }
  /** there is no session; `hadOne`: the browser still holds a token, so it ended */
  | { readonly kind: 'signed-out'; readonly hadOne: boolean }
  | { readonly kind: 'unavailable' };

/** Asks for one's own report. Never throws: loaders run after POSTs too, and must not take over their answer. */
export async function readMyReport<Report>(
  context: PortalContext,
  request: Request,
  document: PortalDocument<{ myReport: Report | null }, Record<string, never>>,
): Promise<MyReport<Report>> {
  const token = tokenOf(request);
  if (!token) return { kind: 'signed-out', hadOne: false };
  try {
    const { myReport } = await ask(context, document, {}, token);
    return myReport ? { kind: 'found', report: myReport } : { kind: 'signed-out', hadOne: true };
  } catch (error) {
    if (error instanceof ServiceFailed && error.code === 'UNAUTHENTICATED')
      return { kind: 'signed-out', hadOne: true };
    context.reportIncident(error);
    return { kind: 'unavailable' };
  }
}

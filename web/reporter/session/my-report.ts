import type { PortalContext, PortalDocument } from '../portal-context.ts';
import { ask, ServiceFailed } from '../service/ask.ts';
import { sessionOf } from './cookies.ts';

/** What a page about one's own report found. */
export type MyReport<Report> =
  | {
      readonly kind: 'found';
      readonly report: Report;
      /** see `HeldSession` */
      readonly followsAnother: boolean;
    }
  /** there is no session; `hadOne`: the browser still holds a token, so it ended */
  | { readonly kind: 'signed-out'; readonly hadOne: boolean }
  | { readonly kind: 'unavailable' };

/** Asks for one's own report. Never throws: loaders run after POSTs too, and must not take over their answer. */
export async function readMyReport<Report>(
  context: PortalContext,
  request: Request,
  document: PortalDocument<{ myReport: Report | null }, Record<string, never>>,
): Promise<MyReport<Report>> {
  const session = sessionOf(request);
  if (!session) return { kind: 'signed-out', hadOne: false };
  try {
    const { myReport } = await ask(context, document, {}, session.token);
    if (!myReport) return { kind: 'signed-out', hadOne: true };
    return { kind: 'found', report: myReport, followsAnother: session.followsAnother };
  } catch (error) {
    if (error instanceof ServiceFailed && error.code === 'UNAUTHENTICATED')
      return { kind: 'signed-out', hadOne: true };
    context.reportIncident(error);
    return { kind: 'unavailable' };
  }
}

import type { PortalContext } from '../portal-context.ts';
import { readCookie, SENT_COOKIE, sentCookie } from '../session/cookies.ts';

/** What "Your report has been sent" shows, and shows once. */
export interface SentNote {
  /** `null`: sent without messages */
  readonly code: string | null;
  /** a day, `YYYY-MM-DD` */
  readonly replyExpectedBy: string | null;
}

/** `Set-Cookie` that hands the note to the page after the POST. */
export function handOver(context: PortalContext, note: SentNote): string {
  return sentCookie(context.seal(JSON.stringify(note)));
}

/** The note that a request brings; `null` where it was shown already, is too old, or was never made here. */
export function takeOver(context: PortalContext, request: Request): SentNote | null {
  const sealed = readCookie(request, SENT_COOKIE);
  const opened = sealed ? context.unseal(sealed) : null;
  // Only this portal seals, so what opens has the shape it was sealed in.
  return opened ? (JSON.parse(opened) as SentNote) : null;
}

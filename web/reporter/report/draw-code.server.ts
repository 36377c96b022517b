import { assertNever } from '../../shared/assert-never.ts';
import type { PortalContext } from '../portal-context.ts';
import { ask } from '../service/ask.ts';
import type { Desk } from './desk.ts';
import type { CodeOffer, Draft } from './draft.ts';
import { type FormView, formView } from './report-view.ts';
import { OptIntoMessagingDocument } from './submit-report.ts';

/**
 * A code that is not shown yet, for the page that comes before the one that shows it: however often that one is asked for
 * again, by a reload or the browser's Back, it is the same code that somebody may have on paper by then.
 *
 * @returns `null` where none is to be had just now; one is drawn later then.
 */
export async function codeAhead(context: PortalContext): Promise<CodeOffer | null> {
  const { optIntoMessaging } = await ask(context, OptIntoMessagingDocument, {}).catch(() => NONE);
  if (optIntoMessaging?.__typename !== 'MessagingOffer') return null;
  const { code, enrolment, expiresAt } = optIntoMessaging;
  return { code, enrolment, expiresAt };
}

const NONE = { optIntoMessaging: null };

/**
 * Draws a code and shows it.
 *
 * @param isReplaced it takes the place of one that was shown, and says so.
 * @throws {ServiceFailed} the service cannot be reached.
 */
export async function drawCode({ context }: Desk, draft: Draft, isReplaced: boolean): Promise<FormView> {
  const { optIntoMessaging } = await ask(context, OptIntoMessagingDocument, {});
  switch (optIntoMessaging.__typename) {
    case 'MessagingOffer': {
      const { code, enrolment, expiresAt } = optIntoMessaging;
      const drawn: Draft = { ...draft, offer: { code, enrolment, expiresAt }, codeSaved: false };
      return formView(
        { step: 'code', draft: drawn, faults: [] },
        isReplaced ? { kind: 'code-replaced' } : null,
      );
    }
    case 'ServiceBusy':
      return formView(
        { step: 'messaging', draft, faults: [] },
        { kind: 'busy', seconds: optIntoMessaging.retryAfterSeconds },
      );
    default:
      return assertNever(optIntoMessaging);
  }
}

import { assertNever } from '../../shared/assert-never.ts';
import { ask } from '../service/ask.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './draft.ts';
import { type FormView, formView } from './report-view.ts';
import { OptIntoMessagingDocument } from './submit-report.ts';

/**
 * Draws a code and shows it; says so where it takes the place of an older one.
 *
 * @throws {ServiceFailed} the service cannot be reached.
 */
export async function drawCode({ context }: Desk, draft: Draft): Promise<FormView> {
  const { optIntoMessaging } = await ask(context, OptIntoMessagingDocument, {});
  switch (optIntoMessaging.__typename) {
    case 'MessagingOffer': {
      const { code, enrolment, expiresAt } = optIntoMessaging;
      const drawn: Draft = { ...draft, offer: { code, enrolment, expiresAt }, codeSaved: false };
      return formView(
        { step: 'code', draft: drawn, faults: [] },
        draft.offer ? { kind: 'code-replaced' } : null,
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

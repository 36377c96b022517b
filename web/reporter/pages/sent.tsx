import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { assertNever } from '../../shared/assert-never.ts';
import { isFromOurPages } from '../form.ts';
import type { PageHandle } from '../frame/asides.ts';
import { Page } from '../frame/Page.tsx';
import { SentBefore } from '../report/SentBefore.tsx';
import { SentOnce } from '../report/SentOnce.tsx';
import { type SentNote, takeOver } from '../report/sent-note.server.ts';
import { clearedCookie, SENT_COOKIE } from '../session/cookies.ts';
import { Say } from '../text.tsx';

/** What is known of whoever opens the page. */
type Arrival =
  /** sent just now */
  | { readonly kind: 'sent'; readonly note: SentNote }
  /** sent, and loaded again: nothing but Send leads here from our own pages, and a reload says what led here first */
  | { readonly kind: 'again' }
  /** by hand, from a history or another site, or the browser does not say: nobody knows whether anything was sent */
  | { readonly kind: 'opened' };

/** Takes the note away as it is shown: whether this page arrived is known to the browser alone. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const note = takeOver(context, request);
  if (!note) return data<Arrival>({ kind: isFromOurPages(request.headers) ? 'again' : 'opened' });
  return data<Arrival>({ kind: 'sent', note }, { headers: { 'Set-Cookie': clearedCookie(SENT_COOKIE) } });
}

export const handle: PageHandle = { showsOnce: (arrival) => (arrival as Arrival).kind !== 'again' };

/** "Your report has been sent", once; after a reload only that it was. */
export default function Sent() {
  const arrival = useLoaderData<typeof loader>();
  switch (arrival.kind) {
    case 'sent':
      return (
        <div className={arrival.note.code ? 'code-alone' : undefined} data-shown-once>
          <Page heading={<Say id="sent.title" />}>
            <SentOnce note={arrival.note} />
          </Page>
        </div>
      );
    case 'again':
      return (
        <Page heading={<Say id="sent.gone.title" />}>
          <SentBefore text="sent.gone.text" />
        </Page>
      );
    case 'opened':
      return (
        <Page heading={<Say id="sent.opened.title" />}>
          <SentBefore text="sent.opened.text" />
        </Page>
      );
    default:
      return assertNever(arrival);
  }
}

import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { PageHandle } from '../frame/asides.ts';
import { Page } from '../frame/Page.tsx';
import { SentBefore } from '../report/SentBefore.tsx';
import { SentOnce } from '../report/SentOnce.tsx';
import { takeOver } from '../report/sent-note.server.ts';
import { clearedCookie, SENT_COOKIE } from '../session/cookies.ts';
import { Say } from '../text.tsx';

/** Takes the note away as it is shown: whether this page arrived is known to the browser alone. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const note = takeOver(context, request);
  return note ? data(note, { headers: { 'Set-Cookie': clearedCookie(SENT_COOKIE) } }) : null;
}

export const handle: PageHandle = { showsOnce: true };

/** "Your report has been sent", once; after a reload only that it was. */
export default function Sent() {
  const note = useLoaderData<typeof loader>();
  return (
    <div className={note?.code ? 'code-alone' : undefined}>
      <Page heading={<Say id={note ? 'sent.title' : 'sent.gone.title'} />}>
        {note ? <SentOnce note={note} /> : <SentBefore />}
      </Page>
    </div>
  );
}

import type { ActionFunctionArgs } from 'react-router';
import { readForm } from '../form.ts';
import { Page } from '../frame/Page.tsx';
import { localeOfRequest, pathIn } from '../locale.ts';
import { FinishForm } from '../session/FinishForm.tsx';
import { forgetEverything } from '../session/session.ts';
import { Say } from '../text.tsx';

/** Logs out and makes the browser forget this site. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  await readForm(request);
  const headers = await forgetEverything(request, context);
  headers.set('Location', pathIn(localeOfRequest(params), '/finished'));
  return new Response(null, { status: 303, headers });
}

/** "Finish". */
export default function Finish() {
  return (
    <Page heading={<Say id="finish.title" />}>
      <p>
        <Say id="finish.text" />
      </p>
      <p>
        <Say id="finish.history" />
      </p>
      <FinishForm />
    </Page>
  );
}

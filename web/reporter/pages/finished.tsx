import { type LoaderFunctionArgs, redirect } from 'react-router';
import { Page } from '../frame/Page.tsx';
import { localeOfRequest, pathIn } from '../locale.ts';
import { tokenOf } from '../session/session.ts';
import { Say } from '../text.tsx';

/** Whoever opens this address by hand while signed in has not finished, and must not be told so. */
export function loader({ params, request }: LoaderFunctionArgs) {
  if (tokenOf(request)) throw redirect(pathIn(localeOfRequest(params), '/finish'));
  return null;
}

/** What is left after finishing. */
export default function Finished() {
  return (
    <Page heading={<Say id="finished.title" />}>
      <p className="lead">
        <Say id="finished.text" />
      </p>
      <p>
        <Say id="finished.history" />
      </p>
      <p>
        <Say id="finished.close" />
      </p>
    </Page>
  );
}

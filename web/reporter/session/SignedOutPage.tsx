import { Page } from '../frame/Page.tsx';
import { Say, usePath } from '../text.tsx';
import { CodeForm } from './CodeForm.tsx';
import { IDLE_MINUTES } from './cookies.ts';

/** The way back in, where a session has ended or there was none. */
export function SignedOutPage({ hadOne }: { hadOne: boolean }) {
  const path = usePath();
  return (
    <Page heading={<Say id={hadOne ? 'ended.title' : 'login.title'} />}>
      {hadOne ? (
        <p className="lead">
          <Say id="ended.text" values={{ minutes: IDLE_MINUTES }} />
        </p>
      ) : (
        // A right code leads here as well where the browser takes no cookies, and must not look like a wrong one.
        <p className="notice">
          <Say id="ended.noCookie" />
        </p>
      )}
      <CodeForm typed="" problem={undefined} action={path('/login')} />
    </Page>
  );
}

import { Page } from '../frame/Page.tsx';
import { CodeForm } from '../session/CodeForm.tsx';
import { IDLE_MINUTES } from '../session/cookies.ts';
import type { LoginFault } from '../session/log-in.ts';
import { Say, useSay } from '../text.tsx';
import { UnsentWords } from './UnsentWords.tsx';
import type { SignedOut, Unsent } from './write-view.ts';

/** The session ended while somebody wrote, or another code was entered in a further tab. Words stay in the page and go on after logging in. */
export function WriteAfterLoginPage({
  text,
  idempotencyKey,
  session,
  why,
  typed,
  fault,
}: Unsent & {
  why: SignedOut;
  typed: string;
  fault: LoginFault | null;
}) {
  const say = useSay();
  const problem = fault ? say(fault.message, fault.values) : undefined;
  return (
    <Page
      heading={<Say id={why === 'other' ? 'ended.other.title' : 'ended.title'} />}
      problems={problem ? [{ field: 'code', sentence: problem }] : []}
    >
      <p className="lead">
        {why === 'other' ? (
          <Say id="ended.other.text" />
        ) : (
          <Say id="ended.text" values={{ minutes: IDLE_MINUTES }} />
        )}
      </p>
      {/* Otherwise a browser that keeps no cookie leads from the code to the message and back, without a word. */}
      {why === 'no-cookie' && (
        <p className="notice">
          <Say id="ended.noCookie" />
        </p>
      )}
      {text && (
        <>
          <p>
            <Say id="ended.message" />
          </p>
          <UnsentWords text={text} />
        </>
      )}
      <CodeForm typed={typed} problem={problem} hidden={{ text, key: idempotencyKey, session }} />
    </Page>
  );
}

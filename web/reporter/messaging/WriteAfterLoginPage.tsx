import { Page } from '../frame/Page.tsx';
import { CodeForm } from '../session/CodeForm.tsx';
import { IDLE_MINUTES } from '../session/cookies.ts';
import type { LoginFault } from '../session/log-in.ts';
import { Say, useSay } from '../text.tsx';
import type { Unsent } from './write-view.ts';

/** The session ended while somebody wrote, or another code was entered in a further tab. The words stay in the page and go on after logging in. */
export function WriteAfterLoginPage({
  text,
  idempotencyKey,
  session,
  isOther,
  typed,
  fault,
}: Unsent & {
  isOther: boolean;
  typed: string;
  fault: LoginFault | null;
}) {
  const say = useSay();
  const problem = fault ? say(fault.message, fault.values) : undefined;
  return (
    <Page
      heading={<Say id={isOther ? 'ended.other.title' : 'ended.title'} />}
      problems={problem ? [{ field: 'code', sentence: problem }] : []}
    >
      <p className="lead">
        {isOther ? <Say id="ended.other.text" /> : <Say id="ended.text" values={{ minutes: IDLE_MINUTES }} />}
      </p>
      <p>
        <Say id="ended.message" />
      </p>
      <article className="letter">
        <p className="said" dir="auto">
          {text.trim()}
        </p>
      </article>
      <CodeForm typed={typed} problem={problem} hidden={{ text, key: idempotencyKey, session }} />
    </Page>
  );
}

import { Page } from '../frame/Page.tsx';
import { CodeForm } from '../session/CodeForm.tsx';
import { IDLE_MINUTES } from '../session/cookies.ts';
import type { LoginFault } from '../session/log-in.ts';
import { Say, useSay } from '../text.tsx';

/** The session ended while somebody wrote. The words stay in the page and go on after logging in. */
export function WriteAfterLoginPage({
  text,
  idempotencyKey,
  typed,
  fault,
}: {
  text: string;
  idempotencyKey: string;
  typed: string;
  fault: LoginFault | null;
}) {
  const say = useSay();
  const problem = fault ? say(fault.message, fault.values) : undefined;
  return (
    <Page heading={<Say id="ended.title" />} problems={problem ? [{ field: 'code', sentence: problem }] : []}>
      <p className="lead">
        <Say id="ended.text" values={{ minutes: IDLE_MINUTES }} />
      </p>
      <p>
        <Say id="ended.message" />
      </p>
      <article className="letter">
        <p className="said" dir="auto">
          {text.trim()}
        </p>
      </article>
      <CodeForm typed={typed} problem={problem} hidden={{ text, key: idempotencyKey }} />
    </Page>
  );
}

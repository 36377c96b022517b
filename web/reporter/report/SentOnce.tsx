import { OwnParagraph, OwnWords, WhoReads } from '../frame/organisation-context.tsx';
import { SupportList } from '../frame/SupportList.tsx';
import { FinishForm } from '../session/FinishForm.tsx';
import { Say, useDay, usePath } from '../text.tsx';
import { CodePanel, CodeWays } from './CodePanel.tsx';
import type { SentNote } from './sent-note.server.ts';

/** The code once more, and what happens next. */
export function SentOnce({ note }: { note: SentNote }) {
  const path = usePath();
  const day = useDay();
  const { code, replyExpectedBy } = note;
  return (
    <>
      {code ? (
        <form method="post">
          <p className="lead">
            <Say id="sent.code" />
          </p>
          <CodePanel code={code} />
          <p className="warning">
            <Say id="code.warning" />
          </p>
          <CodeWays code={code} />
        </form>
      ) : (
        <p className="lead">
          <Say id="sent.noMessages" />
        </p>
      )}
      <h2>
        <Say id="sent.next" />
      </h2>
      <p>
        <WhoReads />{' '}
        {code &&
          (replyExpectedBy ? (
            <Say id="sent.by" values={{ date: day(replyExpectedBy) }} />
          ) : (
            <OwnWords part="RESPONSE_TARGET" />
          ))}
      </p>
      <OwnParagraph part="WHAT_HAPPENS_NEXT" />
      {code && (
        <p>
          <Say id="sent.ask" />
        </p>
      )}
      <div className="buttons">
        {code && (
          <a className="button-main" href={path('/login')}>
            <Say id="sent.read" />
          </a>
        )}
        <FinishForm />
      </div>
      <h2>
        <Say id="sent.support" />
      </h2>
      <SupportList headingLevel="h3" />
    </>
  );
}

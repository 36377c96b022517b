import { FinishForm } from '../session/FinishForm.tsx';
import { type MessageId, Say, usePath } from '../text.tsx';

/** Where a report may have been sent, but what is shown once is gone: what can be said of it, and the ways on. */
export function SentBefore({ text }: { text: MessageId }) {
  const path = usePath();
  return (
    <>
      <p className="lead">
        <Say id={text} />
      </p>
      <p>
        <Say id="sent.gone.code" />
      </p>
      <div className="buttons">
        <a className="button-main" href={path('/login')}>
          <Say id="sent.read" />
        </a>
        <FinishForm />
      </div>
    </>
  );
}

import { FinishForm } from '../session/FinishForm.tsx';
import { Say, usePath } from '../text.tsx';

/** What a reload of "Your report has been sent" shows. */
export function SentBefore() {
  const path = usePath();
  return (
    <>
      <p className="lead">
        <Say id="sent.gone.text" />
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

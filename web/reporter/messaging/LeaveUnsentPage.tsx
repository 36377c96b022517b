import { GoButton, WritingForm } from '../frame/forms.tsx';
import { Page } from '../frame/Page.tsx';
import { Say, usePath } from '../text.tsx';
import { UnsentWords } from './UnsentWords.tsx';
import type { Unsent } from './write-view.ts';

/** Going back would throw a message away that was not sent: nothing is lost before somebody says so. */
export function LeaveUnsentPage({ text, idempotencyKey, session }: Unsent) {
  const path = usePath();
  return (
    <WritingForm hidden={{ key: idempotencyKey, session, text }}>
      <Page heading={<Say id="write.leaving.title" />}>
        <p className="lead">
          <Say id="write.leaving.text" />
        </p>
        <UnsentWords text={text} />
        <p className="buttons">
          <GoButton go="stay">
            <Say id="write.leaving.stay" />
          </GoButton>
          <a href={path('/messages')}>
            <Say id="write.leaving.leave" />
          </a>
        </p>
      </Page>
    </WritingForm>
  );
}

import { GoButton, WritingForm } from '../frame/forms.tsx';
import { Page, type Problem } from '../frame/Page.tsx';
import { Say, useSay } from '../text.tsx';
import { UnsentWords } from './UnsentWords.tsx';
import type { ReviewNotice, Unsent } from './write-view.ts';

/** The message once more before it is sent. */
export function MessageReviewPage({
  text,
  idempotencyKey,
  session,
  notice,
}: Unsent & {
  notice: ReviewNotice | null;
}) {
  const say = useSay();
  return (
    <WritingForm hidden={{ key: idempotencyKey, session, text }}>
      <Page heading={<Say id="write.review.title" />} problems={problemsOf(notice, say)}>
        <p className="lead">
          <Say id="write.review.once" />
        </p>
        <UnsentWords text={text} />
        <p className="buttons">
          <GoButton go="send">
            <Say id="write.send" />
          </GoButton>
          <GoButton go="change" look="link">
            <span aria-hidden="true">
              <Say id="write.change" />
            </span>
            <span className="heard">{say('write.change.what')}</span>
          </GoButton>
        </p>
      </Page>
    </WritingForm>
  );
}

function problemsOf(notice: ReviewNotice | null, say: ReturnType<typeof useSay>): readonly Problem[] {
  switch (notice?.kind) {
    case 'busy':
      return [{ sentence: say('problem.busy', { seconds: notice.seconds }) }];
    case 'away':
      return [{ sentence: say('problem.away') }];
    case 'key-reused':
      return [{ sentence: say('write.keyReused') }];
    default:
      return [];
  }
}

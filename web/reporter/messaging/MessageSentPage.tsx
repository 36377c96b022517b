import { Page } from '../frame/Page.tsx';
import { FinishForm } from '../session/FinishForm.tsx';
import { Say, useDay, usePath } from '../text.tsx';

/** The message is stored, and by when to expect a reply. */
export function MessageSentPage({ replyExpectedBy }: { replyExpectedBy: string | null }) {
  const path = usePath();
  const day = useDay();
  return (
    <Page heading={<Say id="write.sent.title" />}>
      <p className="lead">
        {replyExpectedBy ? (
          <Say id="write.sent.by" values={{ date: day(replyExpectedBy) }} />
        ) : (
          <Say id="write.sent.noDate" />
        )}
      </p>
      <div className="buttons">
        <a href={path('/messages')}>
          <Say id="report.back" />
        </a>
        <FinishForm />
      </div>
    </Page>
  );
}

import { type MessageId, Say, usePath } from '../text.tsx';
import { Page } from './Page.tsx';

const TEXTS: Readonly<Record<number, readonly [title: MessageId, text: MessageId]>> = {
  404: ['problem.notFound.title', 'problem.notFound.text'],
  403: ['problem.refused.title', 'problem.refused.text'],
  413: ['problem.tooLarge.title', 'problem.tooLarge.text'],
};
const UNREADABLE = ['problem.unreadable.title', 'problem.unreadable.text'] as const;
const UNAVAILABLE = ['problem.unavailable.title', 'problem.unavailable.text'] as const;

/** What stands in the place of a page that cannot be shown. */
export function ErrorPage({ status }: { status: number }) {
  const path = usePath();
  const isOurs = status >= 500;
  const [title, text] = TEXTS[status] ?? (isOurs ? UNAVAILABLE : UNREADABLE);
  return (
    <Page heading={<Say id={title} />}>
      <p>
        <Say id={text} />
      </p>
      {isOurs && (
        <p>
          <Say id="problem.unavailable.sending" />
        </p>
      )}
      <p className="buttons">
        <a href={path('/')}>
          <Say id="problem.toStart" />
        </a>
      </p>
    </Page>
  );
}

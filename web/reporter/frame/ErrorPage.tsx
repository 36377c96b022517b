import { type MessageId, Say, usePath } from '../text.tsx';
import { Page } from './Page.tsx';

const TEXTS: Readonly<Record<number, readonly [title: MessageId, text: MessageId]>> = {
  400: ['problem.unreadable.title', 'problem.unreadable.text'],
  404: ['problem.notFound.title', 'problem.notFound.text'],
  403: ['problem.refused.title', 'problem.refused.text'],
};
const UNAVAILABLE = ['problem.unavailable.title', 'problem.unavailable.text'] as const;

/** What stands in the place of a page that cannot be shown. */
export function ErrorPage({ status }: { status: number }) {
  const path = usePath();
  const [title, text] = TEXTS[status] ?? UNAVAILABLE;
  return (
    <Page heading={<Say id={title} />}>
      <p>
        <Say id={text} />
      </p>
      <p className="buttons">
        <a href={path('/')}>
          <Say id="problem.toStart" />
        </a>
      </p>
    </Page>
  );
}

import { Say, usePath } from '../text.tsx';
import { Page } from './Page.tsx';

const TEXTS = {
  404: ['problem.notFound.title', 'problem.notFound.text'],
  403: ['problem.refused.title', 'problem.refused.text'],
} as const;
const UNAVAILABLE = ['problem.unavailable.title', 'problem.unavailable.text'] as const;

/** What stands in the place of a page that cannot be shown. */
export function ErrorPage({ status }: { status: number }) {
  const path = usePath();
  const [title, text] = status === 404 || status === 403 ? TEXTS[status] : UNAVAILABLE;
  return (
    <Page heading={<Say id={title} />}>
      <p>
        <Say id={text} />
      </p>
      <p>
        <a href={path('/')}>
          <Say id="problem.toStart" />
        </a>
      </p>
    </Page>
  );
}

import { Page } from '../frame/Page.tsx';
import { Say, usePath } from '../text.tsx';
import { UnsentWords } from './UnsentWords.tsx';

/** No more messages are taken for this report. What was written stays to be copied. */
export function UnsentPage({ text }: { text: string }) {
  const path = usePath();
  return (
    <Page heading={<Say id={text ? 'write.closed.title' : 'write.title'} />}>
      <p className="lead">
        <Say id="write.closed.text" />
      </p>
      {text && (
        <>
          <p>
            <Say id="write.closed.kept" />
          </p>
          <UnsentWords text={text} />
        </>
      )}
      <ul className="actions">
        <li>
          <a href={path('/messages')}>
            <Say id="report.back" />
          </a>
        </li>
        <li>
          <a href={path('/report')}>
            <Say id="landing.anonymous" />
          </a>
        </li>
      </ul>
    </Page>
  );
}

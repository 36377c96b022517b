import { Page } from '../frame/Page.tsx';
import { Say } from '../text.tsx';

/** What is left after finishing. */
export default function Finished() {
  return (
    <Page heading={<Say id="finished.title" />}>
      <p className="lead">
        <Say id="finished.text" />
      </p>
      <p>
        <Say id="finished.history" />
      </p>
      <p>
        <Say id="finished.close" />
      </p>
    </Page>
  );
}

import { Page } from '../frame/Page.tsx';
import { Say, usePath } from '../text.tsx';

/** What stands in the place of messages or answers that were left open: see `hiddenWhenIdle`. Asks nothing of the service. */
export default function MessagesHidden() {
  const path = usePath();
  return (
    <Page heading={<Say id="hidden.title" />}>
      <p className="lead">
        <Say id="hidden.text" />
      </p>
      <p>
        <Say id="hidden.code" />
      </p>
      <p className="buttons">
        <a className="button-main" href={path('/messages')}>
          <Say id="hidden.show" />
        </a>
      </p>
    </Page>
  );
}

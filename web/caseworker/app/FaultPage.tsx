import { FormattedMessage, useIntl } from 'react-intl';
import { PageHeading } from '../ui/PageHeading.tsx';
import { PlainPage } from './PlainPage.tsx';

/** For a fault of the page itself. It shows nothing of the error: that may hold what a person wrote. */
export function FaultPage() {
  const title = useIntl().formatMessage({ id: 'app.fault.heading' });
  return (
    <PlainPage>
      <PageHeading title={title} hasError>
        {title}
      </PageHeading>
      <p>
        <FormattedMessage id="app.fault.body" />
      </p>
      <button type="button" onClick={() => location.reload()}>
        <FormattedMessage id="app.fault.reload" />
      </button>
    </PlainPage>
  );
}

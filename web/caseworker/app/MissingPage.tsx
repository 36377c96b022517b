import { FormattedMessage, useIntl } from 'react-intl';
import { PageHeading } from '../ui/PageHeading.tsx';

/**
 * Stands in the place of a page whose program did not arrive. Asking for it again would help nobody: a browser
 * remembers until the next load that a module failed (HTML, "fetch a single module script").
 */
export function MissingPage() {
  const title = useIntl().formatMessage({ id: 'failure.heading' });
  return (
    <>
      <PageHeading title={title} hasError>
        {title}
      </PageHeading>
      <div className="notice notice-problem">
        <p>
          <FormattedMessage id="app.missing.body" />
        </p>
        <button type="button" className="secondary" onClick={() => location.reload()}>
          <FormattedMessage id="app.fault.reload" />
        </button>
      </div>
    </>
  );
}

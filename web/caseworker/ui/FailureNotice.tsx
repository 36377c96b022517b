import { FormattedMessage, useIntl } from 'react-intl';
import type { Failure } from '../service/failure.ts';
import { PageHeading } from './PageHeading.tsx';

/** Says why something did not arrive, and offers to try again. Announced without moving the focus. */
export function FailureNotice({
  failure,
  onTryAgain,
}: {
  readonly failure: Failure;
  readonly onTryAgain: () => void;
}) {
  return (
    <div className="notice notice-problem" role="alert">
      <p>
        <FormattedMessage id={`failure.${failure}`} />
      </p>
      <button type="button" className="secondary" onClick={onTryAgain}>
        <FormattedMessage id="failure.tryAgain" />
      </button>
    </div>
  );
}

/** Stands in the place of a page that did not arrive. */
export function FailedPage(props: { readonly failure: Failure; readonly onTryAgain: () => void }) {
  const title = useIntl().formatMessage({ id: 'failure.heading' });
  return (
    <>
      <PageHeading title={title} hasError>
        {title}
      </PageHeading>
      <FailureNotice {...props} />
    </>
  );
}

import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { MessageId } from '../messages/intl.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import type { PageData } from './use-page-data.ts';

const ADMINISTRATION = { to: '/admin', name: 'admin.heading' } as const;

/** A page of the administration: the way back, its name, what it is for, and what was read, or why there is none. */
export function AdminFrame<Data>({
  name,
  values,
  back = ADMINISTRATION,
  lead,
  page,
  children,
}: {
  readonly name: MessageId;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The page above. @default the administration */
  readonly back?: { readonly to: string; readonly name: MessageId };
  readonly lead?: MessageId;
  readonly page: PageData<Data>;
  readonly children: (data: Data) => ReactNode;
}) {
  const title = useIntl().formatMessage({ id: name }, values);
  if (page.failure !== null) {
    return <FailedPage failure={page.failure} onTryAgain={() => void page.again()} />;
  }
  return (
    <>
      <p>
        <Link className="back" to={back.to}>
          <FormattedMessage id={back.name} />
        </Link>
      </p>
      <PageHeading key={title} title={title}>
        {title}
      </PageHeading>
      {lead !== undefined && (
        <p className="lead">
          <FormattedMessage id={lead} />
        </p>
      )}
      {page.data === undefined ? (
        <p role="status">
          <FormattedMessage id="admin.loading" />
        </p>
      ) : (
        children(page.data)
      )}
    </>
  );
}

import './organisation.css';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { failureOf } from '../service/failure.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';

/** A page of the administration with one setting: the way back, what it is for, and the form or why there is none. */
export function SettingPage<Data>({
  path,
  query,
  children,
}: {
  /** Below `/admin/`; its words are `admin.{path}.heading` and `organisation.{path}.lead`. */
  readonly path: 'openness' | 'wording' | 'support' | 'reply-times' | 'statistics';
  readonly query: TypedDocumentNode<Data, OperationVariables>;
  /**
   * The form. `round` is another each time somebody asked for what is stored now, which `again` does: as a key it lets
   * the form begin anew.
   */
  readonly children: (data: Data, round: number, again: () => void) => ReactNode;
}) {
  const { data, error, refetch } = useQuery(query, { fetchPolicy: 'no-cache' });
  const [round, setRound] = useState(0);
  const title = useIntl().formatMessage({ id: `admin.${path}.heading` });
  const again = () =>
    void refetch().then(
      () => setRound((last) => last + 1),
      () => undefined,
    );
  useRetryAfterSignIn(data === undefined && error !== undefined, again);

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={again} />;
  }
  return (
    <>
      <p>
        <Link className="back" to="/admin">
          <FormattedMessage id="admin.heading" />
        </Link>
      </p>
      <PageHeading title={title}>{title}</PageHeading>
      <p className="lead">
        <FormattedMessage id={`organisation.${path}.lead`} />
      </p>
      {data === undefined ? (
        <p role="status">
          <FormattedMessage id="organisation.loading" />
        </p>
      ) : (
        children(data as Data, round, again)
      )}
    </>
  );
}

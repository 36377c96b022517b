import './tokens.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { failureOf } from '../service/failure.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { Instant } from '../ui/Instant.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { NewToken } from './NewToken.tsx';
import { RevokeToken } from './RevokeToken.tsx';
import { ApiTokensQuery } from './tokens.query.ts';

type Token = ResultOf<typeof ApiTokensQuery>['analyticsTokens'][number];

/** Who may read the statistics from other programs, and for how long. */
export function ApiTokensPage() {
  const { data, error, refetch } = useQuery(ApiTokensQuery, { fetchPolicy: 'network-only' });
  const [leaving, setLeaving] = useState<Token | null>(null);
  const title = useIntl().formatMessage({ id: 'admin.api-tokens.heading' });
  const again = () => void refetch().catch(() => undefined);
  useRetryAfterSignIn(error !== undefined, again);

  if (data === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={again} />;
  }
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p className="lead">
        <FormattedMessage id="tokens.lead" />
      </p>
      <p>
        <a href="/analytics/graphiql.html">
          <FormattedMessage id="tokens.ask" />
        </a>
      </p>
      <NewToken onMade={again} />
      <h2 className="tokens-heading">
        <FormattedMessage id="tokens.list" />
      </h2>
      {data === undefined && (
        <p role="status">
          <FormattedMessage id="tokens.loading" />
        </p>
      )}
      {data?.analyticsTokens.length === 0 && (
        <p className="empty">
          <FormattedMessage id="tokens.none" />
        </p>
      )}
      <ul className="tokens">
        {data?.analyticsTokens.map((token) => (
          <li key={token.id}>
            <TokenLine token={token} onRevoke={() => setLeaving(token)} />
          </li>
        ))}
      </ul>
      {leaving !== null && (
        <RevokeToken
          token={leaving}
          onClose={() => setLeaving(null)}
          onRevoked={() => {
            setLeaving(null);
            again();
          }}
        />
      )}
    </>
  );
}

function TokenLine({ token, onRevoke }: { readonly token: Token; readonly onRevoke: () => void }) {
  const { name, expiresAt, revokedAt, lastQueryAt } = token;
  const isOver = Date.parse(expiresAt) <= Date.now();
  return (
    <>
      <h3>{name}</h3>
      <p>
        {revokedAt !== null && (
          <FormattedMessage id="tokens.revoked" values={{ at: <Instant at={revokedAt} /> }} />
        )}
        {revokedAt === null && (
          <FormattedMessage
            id={isOver ? 'tokens.over' : 'tokens.works'}
            values={{ at: <Instant at={expiresAt} /> }}
          />
        )}
      </p>
      <p className="hint">
        {lastQueryAt === null ? (
          <FormattedMessage id="tokens.unused" />
        ) : (
          <FormattedMessage id="tokens.used" values={{ at: <Instant at={lastQueryAt} /> }} />
        )}
      </p>
      {revokedAt === null && !isOver && (
        <button type="button" className="danger" onClick={onRevoke}>
          <FormattedMessage
            id="tokens.revoke"
            values={{ name: <span className="visually-hidden">{name}</span> }}
          />
        </button>
      )}
    </>
  );
}

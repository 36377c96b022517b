import './tokens.css';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { Instant } from '../ui/Instant.tsx';
import { NewToken } from './NewToken.tsx';
import { RevokeToken } from './RevokeToken.tsx';
import { ApiTokensQuery } from './tokens.query.ts';

type Token = ResultOf<typeof ApiTokensQuery>['analyticsTokens'][number];

/** Who may read the statistics from other programs, and for how long. */
export function ApiTokensPage() {
  const page = usePageData(ApiTokensQuery);
  const [leaving, setLeaving] = useState<Token | null>(null);
  return (
    <AdminFrame name="admin.api-tokens.heading" lead="tokens.lead" page={page}>
      {({ analyticsTokens }) => (
        <>
          <p>
            <a href="/analytics/graphiql.html">
              <FormattedMessage id="tokens.ask" />
            </a>
          </p>
          <NewToken onMade={page.again} />
          <h2 className="tokens-heading">
            <FormattedMessage id="tokens.list" />
          </h2>
          {analyticsTokens.length === 0 && (
            <p className="empty">
              <FormattedMessage id="tokens.none" />
            </p>
          )}
          <ul className="tokens">
            {analyticsTokens.map((token) => (
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
                void page.again();
              }}
            />
          )}
        </>
      )}
    </AdminFrame>
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

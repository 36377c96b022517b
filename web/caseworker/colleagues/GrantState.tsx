import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { Grant } from './grant-run.ts';

/** How far a grant is, and what came of it: also which cases stay closed, and why. */
export function GrantState({ grant, onGoOn }: { readonly grant: Grant | null; readonly onGoOn: () => void }) {
  const intl = useIntl();
  return (
    <div className="grant-state">
      {grant?.stage === 'running' && (
        <p className="grant-progress">
          <progress
            aria-label={intl.formatMessage({ id: 'colleagues.progress' }, { name: grant.to.name })}
            value={grant.granted}
            max={Math.max(1, grant.granted + grant.left)}
          />
          <span className="hint">
            <FormattedMessage
              id="colleagues.progress.count"
              values={{ granted: grant.granted, total: grant.granted + grant.left }}
            />
          </span>
        </p>
      )}
      <p role="status">{grant !== null && <GrantWords grant={grant} />}</p>
      {grant?.stage === 'paused' && (
        <button type="button" onClick={onGoOn}>
          <FormattedMessage id="bulk.goOn" />
        </button>
      )}
      {grant !== null && grant.stage === 'finished' && grant.notGrantedCount > 0 && (
        <section aria-labelledby="not-granted">
          <h2 id="not-granted">
            <FormattedMessage
              id="colleagues.notGranted"
              values={{ name: grant.to.name, count: grant.notGrantedCount }}
            />
          </h2>
          <ul>
            {grant.notGranted.map(({ case: { id, number }, reason }) => (
              <li key={id}>
                <Link to={`/cases/${id}`}>{number}</Link>:{' '}
                <FormattedMessage id={`colleagues.notGranted.${reason}`} />
              </li>
            ))}
          </ul>
          {grant.notGranted.length < grant.notGrantedCount && (
            <p>
              <FormattedMessage
                id="colleagues.notGranted.more"
                values={{ count: grant.notGrantedCount - grant.notGranted.length }}
              />
            </p>
          )}
        </section>
      )}
    </div>
  );
}

function GrantWords({ grant }: { readonly grant: Grant }) {
  const values = { name: grant.to.name, granted: grant.granted, left: grant.left };
  switch (grant.stage) {
    case 'running':
      return <FormattedMessage id="colleagues.running" values={values} />;
    case 'paused':
      return (
        <>
          <FormattedMessage id="colleagues.paused" values={values} />{' '}
          {grant.failure !== null && <FormattedMessage id={`failure.${grant.failure}`} />}
        </>
      );
    case 'refused':
      return <FormattedMessage id="colleagues.refused" values={values} />;
    case 'finished':
      return <FormattedMessage id="colleagues.finished" values={values} />;
  }
}

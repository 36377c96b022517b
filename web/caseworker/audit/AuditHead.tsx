import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResultOf } from '../../shared/graphql.ts';
import { type Failure, failureOf } from '../service/failure.ts';
import { TextField } from '../ui/TextField.tsx';
import { type AuditHeadQuery, CheckAuditLogQuery } from './audit-log.query.ts';

type Finding = ResultOf<typeof CheckAuditLogQuery>['checkAuditLog'];

/** The hash to note, and the check against one that was noted. */
export function AuditHead({
  head: { position, hash },
  onChecked,
}: {
  readonly head: ResultOf<typeof AuditHeadQuery>['auditHead'];
  readonly onChecked: () => void;
}) {
  const intl = useIntl();
  const client = useApolloClient();
  const [noted, setNoted] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [finding, setFinding] = useState<Finding | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const check = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setFinding(null);
    setFailure(null);
    const digits = noted.replace(/[\s-]/g, '');
    const isHash = digits === '' || (/^[0-9a-f]{16,64}$/i.test(digits) && digits.length % 2 === 0);
    setError(isHash ? undefined : intl.formatMessage({ id: 'audit.noted.fault' }));
    if (!isHash) return;
    setBusy(true);
    try {
      const variables = { noted: digits === '' ? null : digits };
      const { data } = await client.query({ query: CheckAuditLogQuery, variables, fetchPolicy: 'no-cache' });
      setFinding(data?.checkAuditLog ?? null);
      onChecked();
    } catch (cause) {
      setFailure(failureOf(cause));
    }
    setBusy(false);
  };

  return (
    <section aria-labelledby="audit-head" className="audit-head">
      <h2 id="audit-head">
        <FormattedMessage id="audit.head" />
      </h2>
      <p>
        <FormattedMessage id="audit.head.lead" values={{ count: position }} />
      </p>
      <p className="audit-hash">
        <code>{hash.replace(/.{4}(?=.)/g, '$& ')}</code>
      </p>
      <form noValidate onSubmit={check} aria-busy={isBusy}>
        <TextField
          id="audit-noted"
          label={intl.formatMessage({ id: 'audit.noted' })}
          hint={intl.formatMessage({ id: 'audit.noted.hint' })}
          error={error}
          className="code"
          autoComplete="off"
          spellCheck={false}
          value={noted}
          onValue={setNoted}
        />
        <button type="submit" className="secondary" aria-disabled={isBusy}>
          <FormattedMessage id={isBusy ? 'audit.checking' : 'audit.check'} />
        </button>
      </form>
      <div role="status">{finding !== null && <FindingNotice finding={finding} />}</div>
      <div role="alert">
        {failure !== null && failure !== 'session-ended' && (
          <p className="notice notice-problem">
            <FormattedMessage id={`failure.${failure}`} />
          </p>
        )}
      </div>
    </section>
  );
}

function FindingNotice({ finding: { entries, fault, position } }: { readonly finding: Finding }) {
  if (fault === null) {
    return (
      <p className="notice">
        <FormattedMessage id="audit.whole" values={{ count: entries }} />
      </p>
    );
  }
  return (
    <p className="notice notice-problem">
      <FormattedMessage id={`audit.fault.${fault}`} values={{ position }} />
    </p>
  );
}

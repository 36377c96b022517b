import './audit.css';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { AuditEntryItem } from './AuditEntryItem.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditHead } from './AuditHead.tsx';
import { filterIn } from './audit-filter.ts';
import { AuditHeadQuery } from './audit-log.query.ts';
import { useAuditLog } from './use-audit-log.ts';

/** What staff did, the latest first; whether it is as it was written; and what to note so that this can be told later. */
export function AuditPage() {
  const title = useIntl().formatMessage({ id: 'admin.audit.heading' });
  const [search, setSearch] = useSearchParams();
  const address = search.toString();
  const filter = useMemo(() => filterIn(new URLSearchParams(address)), [address]);
  const { entries, hasOlder, failure, isBusy, showOlder } = useAuditLog(filter);
  const { data, refetch } = useQuery(AuditHeadQuery, { fetchPolicy: 'cache-and-network' });

  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p className="lead">
        <FormattedMessage id="audit.lead" />
      </p>
      {data && <AuditHead head={data.auditHead} onChecked={() => void refetch().catch(() => undefined)} />}
      <h2>
        <FormattedMessage id="audit.entries" />
      </h2>
      <AuditFilters
        people={data?.auditPeople ?? []}
        search={search}
        onSearch={(next) => setSearch(next, { replace: true })}
      />
      <p role="status" className={entries === null || entries.length === 0 ? undefined : 'visually-hidden'}>
        {isBusy && <FormattedMessage id="audit.loading" />}
        {!isBusy && entries !== null && (
          <FormattedMessage id="audit.count" values={{ count: entries.length }} />
        )}
      </p>
      {entries !== null && entries.length > 0 && (
        <ol className="audit-list" aria-busy={isBusy}>
          {entries.map((entry) => (
            <AuditEntryItem key={entry.position} entry={entry} />
          ))}
        </ol>
      )}
      {failure !== null && failure !== 'session-ended' && (
        <FailureNotice failure={failure} onTryAgain={showOlder} />
      )}
      {hasOlder && failure === null && (
        <button
          type="button"
          className="secondary"
          aria-disabled={isBusy}
          onClick={() => !isBusy && showOlder()}
        >
          <FormattedMessage id="audit.older" />
        </button>
      )}
    </>
  );
}

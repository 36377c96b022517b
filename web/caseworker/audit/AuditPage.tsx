import './audit.css';
import { useMemo } from 'react';
import { FormattedMessage } from 'react-intl';
import { useSearchParams } from 'react-router';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { AuditEntryItem } from './AuditEntryItem.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditHead } from './AuditHead.tsx';
import { filterIn } from './audit-filter.ts';
import { AuditHeadQuery } from './audit-log.query.ts';
import { useAuditLog } from './use-audit-log.ts';

/** What staff did, the latest first; whether it is as it was written; and what to note so that this can be told later. */
export function AuditPage() {
  const [search, setSearch] = useSearchParams();
  const address = search.toString();
  const filter = useMemo(() => filterIn(new URLSearchParams(address)), [address]);
  const { entries, hasOlder, failure, isBusy, showOlder } = useAuditLog(filter);
  const page = usePageData(AuditHeadQuery);

  return (
    <AdminFrame name="admin.audit.heading" lead="audit.lead" page={page}>
      {({ auditHead, auditPeople }) => (
        <>
          <AuditHead head={auditHead} onChecked={page.again} />
          <h2>
            <FormattedMessage id="audit.entries" />
          </h2>
          <AuditFilters
            people={auditPeople}
            search={search}
            onSearch={(next) => setSearch(next, { replace: true })}
          />
          <p
            role="status"
            className={entries === null || entries.length === 0 ? undefined : 'visually-hidden'}
          >
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
      )}
    </AdminFrame>
  );
}

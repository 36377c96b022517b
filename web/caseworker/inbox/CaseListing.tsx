import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Failure } from '../service/failure.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { CaseTable } from './CaseTable.tsx';
import { ChangesLine } from './ChangesLine.tsx';
import { addressOf, type InboxView, isNarrowed } from './inbox-address.ts';
import { type CaseList, useCaseList } from './use-case-list.ts';

/** The list of one view: how many cases, what changed since, the rows, and the way to more of them. */
export function CaseListing({
  view,
  onView,
  onSummary,
}: {
  readonly view: InboxView;
  readonly onView: (view: InboxView) => void;
  readonly onSummary: (words: string) => void;
}) {
  const list = useCaseList(view);
  const [wasRefreshed, setRefreshed] = useState(false);
  const words = useSummary(list);
  const summary = useRef<HTMLHeadingElement>(null);
  const firstNew = useFocusOnNewRow(list.rows?.length ?? 0);

  useEffect(() => onSummary(words), [onSummary, words]);

  const refresh = async () => {
    setRefreshed(false);
    if (!(await list.refresh())) return;
    setRefreshed(true);
    // The button that was pressed is gone: the focus goes to what it brought.
    summary.current?.focus();
  };

  const showMore = async () => {
    if (list.isBusy) return;
    firstNew.expect();
    if (!(await list.showMore())) firstNew.forget();
  };

  return (
    <section className="listing" aria-labelledby="list-summary" aria-busy={list.isBusy}>
      <div className="listing-head">
        <h2 id="list-summary" ref={summary} tabIndex={-1}>
          {words}
        </h2>
        <ChangesLine changedCount={list.changedCount} wasRefreshed={wasRefreshed} onRefresh={refresh} />
      </div>
      <ListFailure failure={list.failure} onTryAgain={refresh} />
      {list.rows !== null && list.rows.length > 0 && (
        <CaseTable
          rows={list.rows}
          from={addressOf(view)}
          firstNew={firstNew.index}
          firstNewLink={firstNew.link}
        />
      )}
      {list.rows?.length === 0 && (
        <NoCases isNarrowed={isNarrowed(view)} onClear={() => onView(cleared(view))} />
      )}
      {list.nextCount > 0 && (
        <button type="button" className="secondary more" aria-disabled={list.isBusy} onClick={showMore}>
          {list.isBusy ? (
            <FormattedMessage id="inbox.showingMore" />
          ) : (
            <FormattedMessage id="inbox.showMore" values={{ count: list.nextCount }} />
          )}
        </button>
      )}
      <ListFailure failure={list.moreFailure} onTryAgain={showMore} />
    </section>
  );
}

/** The end of the session is said by what covers the page. */
function ListFailure({
  failure,
  onTryAgain,
}: {
  readonly failure: Failure | null;
  readonly onTryAgain: () => void;
}) {
  if (failure === null || failure === 'session-ended') return null;
  return <FailureNotice failure={failure} onTryAgain={onTryAgain} />;
}

function useSummary(list: CaseList): string {
  const intl = useIntl();
  const { rows, totalCount: count, isBusy } = list;
  if (rows === null) return intl.formatMessage({ id: isBusy ? 'inbox.loading' : 'inbox.heading' });
  if (rows.length < count) return intl.formatMessage({ id: 'inbox.shown' }, { shown: rows.length, count });
  return intl.formatMessage({ id: 'inbox.count' }, { count });
}

function NoCases({ isNarrowed, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  const intl = useIntl();
  return (
    <div className="empty">
      <p>{intl.formatMessage({ id: isNarrowed ? 'inbox.emptyFiltered' : 'inbox.empty' })}</p>
      {isNarrowed && (
        <button type="button" className="secondary" onClick={onClear}>
          <FormattedMessage id="inbox.clearFilters" />
        </button>
      )}
    </div>
  );
}

function cleared(view: InboxView): InboxView {
  return { ...view, statuses: [], only: [] };
}

/** Moves the focus to the first row that a longer list adds, where somebody asked for more. */
function useFocusOnNewRow(rowCount: number) {
  const [expectedFrom, setExpectedFrom] = useState<number | null>(null);
  const link = useRef<HTMLAnchorElement>(null);

  useLayoutEffect(() => {
    if (expectedFrom === null || rowCount <= expectedFrom) return;
    link.current?.focus();
    setExpectedFrom(null);
  }, [rowCount, expectedFrom]);

  return {
    index: expectedFrom,
    link,
    expect: () => setExpectedFrom(rowCount),
    forget: () => setExpectedFrom(null),
  };
}

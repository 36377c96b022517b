import './selection.css';
import {
  lazy,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { ChecksHint } from '../admin/ChecksHint.tsx';
import { useCommand } from '../keyboard/use-command.ts';
import type { Failure } from '../service/failure.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { CaseTable } from './CaseTable.tsx';
import { ChangesLine } from './ChangesLine.tsx';
import { addressOf, type InboxView, isNarrowed, widened } from './inbox-address.ts';
import { focusRow } from './row-focus.ts';
import { keptIn, NOTHING_SELECTED, ticked, tickedAll, tickedThrough } from './row-selection.ts';
import { type CaseList, useCaseList } from './use-case-list.ts';
import { useRowKeys } from './use-row-keys.ts';

const NO_ROWS: readonly string[] = [];

// Menus and dialogs can wait; the rows cannot.
const SelectionBar = lazy(() =>
  import('./bulk/SelectionBar.tsx').then(({ SelectionBar }) => ({ default: SelectionBar })),
);

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
  const ids = useMemo(() => list.rows?.map(({ id }) => id) ?? null, [list.rows]);
  const [wasRefreshed, setRefreshed] = useState(false);
  const words = useSummary(list);
  const summary = useRef<HTMLHeadingElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const newRows = useFocusOnNewRow(table, list.rows?.length ?? 0);
  const rowKeys = useRowKeys(table, ids);
  const [chosen, setChosen] = useState(NOTHING_SELECTED);
  const selection = keptIn(chosen, ids ?? NO_ROWS);

  useEffect(() => onSummary(words), [onSummary, words]);

  const onTick = useCallback(
    (id: string, { isRange }: { readonly isRange: boolean }) =>
      setChosen((now) => (isRange ? tickedThrough(now, id, ids ?? NO_ROWS) : ticked(now, id))),
    [ids],
  );
  useCommand('select', () => {
    const id = rowKeys.current();
    if (id !== null) onTick(id, { isRange: false });
  });
  useCommand('back', selection.ids.size === 0 ? null : () => setChosen(NOTHING_SELECTED));

  /** The ticked cases; without any, the one whose row has the focus. */
  const pick = () => {
    const current = rowKeys.current();
    const rows = list.rows ?? [];
    if (selection.ids.size > 0) return rows.filter(({ id }) => selection.ids.has(id));
    return rows.filter(({ id }) => id === current);
  };

  const refresh = async () => {
    setRefreshed(false);
    if (!(await list.refresh())) return;
    setRefreshed(true);
    // The button that was pressed is gone: the focus goes to what it brought.
    summary.current?.focus();
  };

  const showMore = async () => {
    if (list.isBusy) return;
    newRows.expect();
    if (!(await list.showMore())) newRows.forget();
  };

  return (
    <section className="listing" aria-labelledby="list-summary" aria-busy={list.isBusy}>
      <div className="listing-head">
        <h2 id="list-summary" ref={summary} tabIndex={-1}>
          {words}
        </h2>
        <ChangesLine
          changedCount={list.changedCount}
          wasRefreshed={wasRefreshed}
          onRefresh={() => void refresh()}
        />
      </div>
      <ListFailure failure={list.failure} onTryAgain={() => void refresh()} />
      <div className="listing-rows">
        <Suspense>
          <SelectionBar count={selection.ids.size} pick={pick} onClear={() => setChosen(NOTHING_SELECTED)} />
        </Suspense>
        {list.rows !== null && list.rows.length > 0 && (
          <CaseTable
            rows={list.rows}
            from={addressOf(view)}
            table={table}
            selection={selection}
            onTick={onTick}
            onTickAll={() => setChosen(tickedAll(selection, ids ?? NO_ROWS))}
          />
        )}
      </div>
      {list.rows?.length === 0 && <NoCases view={view} onClear={() => onView(widened(view))} />}
      {list.nextCount > 0 && (
        <button
          type="button"
          className="secondary more"
          aria-disabled={list.isBusy}
          onClick={() => void showMore()}
        >
          {list.isBusy ? (
            <FormattedMessage id="inbox.showingMore" />
          ) : (
            <FormattedMessage id="inbox.showMore" values={{ count: list.nextCount }} />
          )}
        </button>
      )}
      <ListFailure failure={list.moreFailure} onTryAgain={() => void showMore()} />
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

function NoCases({ view, onClear }: { readonly view: InboxView; readonly onClear: () => void }) {
  const intl = useIntl();
  const isWhole = !isNarrowed(view);
  return (
    <div className="empty">
      <p>{intl.formatMessage({ id: isWhole ? 'inbox.empty' : 'inbox.emptyFiltered' })}</p>
      {isWhole && view.list === 'ALL_OPEN' && (
        <p>
          <FormattedMessage
            id="inbox.empty.newcomer"
            values={{
              colleagues: <Link to="/colleagues">{intl.formatMessage({ id: 'colleagues.heading' })}</Link>,
            }}
          />
        </p>
      )}
      {isWhole && <ChecksHint />}
      {!isWhole && (
        <button type="button" className="secondary" onClick={onClear}>
          <FormattedMessage id="inbox.clearFilters" />
        </button>
      )}
    </div>
  );
}

/** Moves the focus to the first row that a longer list adds, where somebody asked for more. */
function useFocusOnNewRow(table: RefObject<HTMLTableElement | null>, rowCount: number) {
  const [expectedFrom, setExpectedFrom] = useState<number | null>(null);

  useLayoutEffect(() => {
    if (expectedFrom === null || rowCount <= expectedFrom) return;
    focusRow(table.current, () => expectedFrom);
    setExpectedFrom(null);
  }, [table, rowCount, expectedFrom]);

  return {
    expect: () => setExpectedFrom(rowCount),
    forget: () => setExpectedFrom(null),
  };
}

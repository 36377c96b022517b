import './case-table.css';
import type { RefObject } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FragmentOf } from '../../shared/graphql.ts';
import { CaseRow, type CaseRow_case } from './CaseRow.tsx';
import { MOST_SELECTED, type RowSelection } from './row-selection.ts';

const COLUMNS = ['number', 'category', 'status', 'replyDue', 'assignee', 'messaging', 'received'] as const;

/**
 * The rows of the inbox. On a narrow screen each becomes a small sheet (`case-table.css`).
 *
 * @param from the address of the list, for the way back from a case.
 */
export function CaseTable({
  rows,
  from,
  table,
  selection,
  onTick,
  onTickAll,
}: {
  readonly rows: readonly ({ readonly id: string } & FragmentOf<typeof CaseRow_case>)[];
  readonly from: string;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly selection: RowSelection;
  readonly onTick: (id: string, how: { readonly isRange: boolean }) => void;
  readonly onTickAll: () => void;
}) {
  const intl = useIntl();
  return (
    <table ref={table} className="cases" aria-labelledby="list-summary">
      <thead>
        <tr>
          <th scope="col" className="tick">
            <label>
              <input
                type="checkbox"
                checked={selection.ids.size > 0 && selection.ids.size >= Math.min(rows.length, MOST_SELECTED)}
                aria-label={intl.formatMessage({ id: 'inbox.tickAll' })}
                onChange={onTickAll}
              />
            </label>
          </th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              <FormattedMessage id={`inbox.column.${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CaseRow key={row.id} case={row} from={from} isTicked={selection.ids.has(row.id)} onTick={onTick} />
        ))}
      </tbody>
    </table>
  );
}

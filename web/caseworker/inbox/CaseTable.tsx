import type { RefObject } from 'react';
import { FormattedMessage } from 'react-intl';
import type { FragmentOf } from '../../shared/graphql.ts';
import { CaseRow, type CaseRow_case } from './CaseRow.tsx';

const COLUMNS = ['number', 'status', 'replyDue', 'assignee', 'messaging', 'received'] as const;

/**
 * The rows of the inbox. On a narrow screen each becomes a small sheet (`inbox.css`).
 *
 * @param from the address of the list, for the way back from a case. @param firstNew the row whose link `firstNewLink`
 *   holds.
 */
export function CaseTable({
  rows,
  from,
  firstNew,
  firstNewLink,
}: {
  readonly rows: readonly ({ readonly id: string } & FragmentOf<typeof CaseRow_case>)[];
  readonly from: string;
  readonly firstNew: number | null;
  readonly firstNewLink: RefObject<HTMLAnchorElement | null>;
}) {
  return (
    <table className="cases" aria-labelledby="list-summary">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              <FormattedMessage id={`inbox.column.${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <CaseRow key={row.id} case={row} from={from} link={index === firstNew ? firstNewLink : undefined} />
        ))}
      </tbody>
    </table>
  );
}

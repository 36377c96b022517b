import { memo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';
import { CaseStatusBadge, CaseStatusBadge_case } from '../case/CaseStatusBadge.tsx';
import { DeletesOn, DeletesOn_case } from '../case/DeletesOn.tsx';
import { ReplyDue, ReplyDue_case } from '../case/ReplyDue.tsx';
import { Day } from '../ui/Day.tsx';

export const CaseRow_case = graphql(
  `
    fragment CaseRow_case on Case {
      id
      number
      receivedOn
      category
      messaging
      hasUnread
      assignee {
        id
        name
      }
      labels {
        id
        text
      }
      ...CaseStatusBadge_case
      ...DeletesOn_case
      ...ReplyDue_case
    }
  `,
  [CaseStatusBadge_case, DeletesOn_case, ReplyDue_case],
);

/** One case of the inbox. Its link covers the row, so that all of it can be pressed. */
export const CaseRow = memo(function CaseRow({
  from,
  isTicked,
  onTick,
  ...props
}: {
  readonly case: FragmentOf<typeof CaseRow_case>;
  readonly from: string;
  readonly isTicked: boolean;
  /** `isRange`: from the last tick to this row. */
  readonly onTick: (id: string, how: { readonly isRange: boolean }) => void;
}) {
  const intl = useIntl();
  const row = readFragment(CaseRow_case, props.case);
  const label = (id: 'category' | 'status' | 'replyDue' | 'assignee' | 'messaging' | 'received') =>
    intl.formatMessage({ id: `inbox.column.${id}` });

  return (
    <tr className={row.hasUnread ? 'unread' : undefined} data-case={row.id}>
      <td className="tick">
        <label>
          <input
            type="checkbox"
            checked={isTicked}
            aria-label={intl.formatMessage({ id: 'inbox.tick' }, { number: row.number })}
            onChange={({ nativeEvent }) =>
              onTick(row.id, { isRange: nativeEvent instanceof MouseEvent && nativeEvent.shiftKey })
            }
          />
        </label>
      </td>
      <th scope="row">
        <Link to={`/cases/${row.id}`} state={{ inbox: from }}>
          {row.number}
        </Link>
        {row.hasUnread && (
          <span className="unread-mark">
            <FormattedMessage id="case.unread" />
          </span>
        )}
      </th>
      <td data-label={label('category')}>
        <span dir="auto">
          {row.category.length === 0 ? (
            <FormattedMessage id="case.category.none" />
          ) : (
            intl.formatList(row.category, { type: 'unit' })
          )}
        </span>
        {row.labels.map(({ id, text }) => (
          <span key={id} className="label">
            {text}
          </span>
        ))}
      </td>
      <td data-label={label('status')}>
        <CaseStatusBadge case={row} />
        <DeletesOn case={row} />
      </td>
      <td data-label={label('replyDue')}>
        <ReplyDue case={row} />
      </td>
      <td data-label={label('assignee')}>
        {row.assignee?.name ?? <FormattedMessage id="case.assignee.nobody" />}
      </td>
      <td data-label={label('messaging')}>
        <FormattedMessage id={row.messaging ? 'case.messaging.yes' : 'case.messaging.no'} />
      </td>
      <td data-label={label('received')}>
        <Day day={row.receivedOn} style="short" />
      </td>
    </tr>
  );
});

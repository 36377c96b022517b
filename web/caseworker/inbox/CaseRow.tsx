import type { RefObject } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';
import { CaseStatusBadge, CaseStatusBadge_case } from '../case/CaseStatusBadge.tsx';
import { ReplyDue, ReplyDue_case } from '../case/ReplyDue.tsx';
import { Day } from '../ui/Day.tsx';

export const CaseRow_case = graphql(
  `
    fragment CaseRow_case on Case {
      id
      number
      receivedOn
      messaging
      hasUnread
      assignee {
        id
        name
      }
      ...CaseStatusBadge_case
      ...ReplyDue_case
    }
  `,
  [CaseStatusBadge_case, ReplyDue_case],
);

/** One case of the inbox. Its link covers the row, so that all of it can be pressed. */
export function CaseRow({
  from,
  link,
  ...props
}: {
  readonly case: FragmentOf<typeof CaseRow_case>;
  readonly from: string;
  readonly link: RefObject<HTMLAnchorElement | null> | undefined;
}) {
  const intl = useIntl();
  const row = readFragment(CaseRow_case, props.case);
  const label = (id: 'status' | 'replyDue' | 'assignee' | 'messaging' | 'received') =>
    intl.formatMessage({ id: `inbox.column.${id}` });

  return (
    <tr className={row.hasUnread ? 'unread' : undefined}>
      <th scope="row">
        <Link ref={link} to={`/cases/${row.id}`} state={{ inbox: from }}>
          {row.number}
        </Link>
        {row.hasUnread && (
          <span className="unread-mark">
            <FormattedMessage id="case.unread" />
          </span>
        )}
      </th>
      <td data-label={label('status')}>
        <CaseStatusBadge case={row} />
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
}

import { FormattedMessage } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';
import { Day } from '../ui/Day.tsx';
import { CaseStatusBadge, CaseStatusBadge_case } from './CaseStatusBadge.tsx';
import { ReplyDue, ReplyDue_case } from './ReplyDue.tsx';

export const CaseFacts_case = graphql(
  `
    fragment CaseFacts_case on Case {
      receivedOn
      messaging
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

/** What the organisation knows about its own work on a case. */
export function CaseFacts(props: { readonly case: FragmentOf<typeof CaseFacts_case> }) {
  const facts = readFragment(CaseFacts_case, props.case);
  return (
    <section className="facts" aria-labelledby="facts-heading">
      <h2 id="facts-heading">
        <FormattedMessage id="case.facts" />
      </h2>
      <dl>
        <div>
          <dt>
            <FormattedMessage id="case.status" />
          </dt>
          <dd>
            <CaseStatusBadge case={facts} />
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="inbox.column.replyDue" />
          </dt>
          <dd>
            <ReplyDue case={facts} />
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="inbox.column.assignee" />
          </dt>
          <dd>{facts.assignee?.name ?? <FormattedMessage id="case.assignee.nobody" />}</dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="inbox.column.messaging" />
          </dt>
          <dd>
            <FormattedMessage id={facts.messaging ? 'case.messaging.yes' : 'case.messaging.no'} />
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="inbox.column.received" />
          </dt>
          <dd>
            <Day day={facts.receivedOn} style="long" />
          </dd>
        </div>
      </dl>
    </section>
  );
}

import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../../shared/graphql.ts';
import { Day, dayInWords } from '../../ui/Day.tsx';
import { CaseStatusBadge, CaseStatusBadge_case } from '../CaseStatusBadge.tsx';
import { DeletesOn, DeletesOn_case } from '../DeletesOn.tsx';
import { ReplyDue, ReplyDue_case } from '../ReplyDue.tsx';

export const CaseFacts_case = graphql(
  `
    fragment CaseFacts_case on Case {
      receivedOn
      messaging
      category
      canReply
      reopensUntil
      ...DeletesOn_case
      replyTurn
      isReplyPaused
      assignee {
        id
        name
      }
      labels {
        id
        text
      }
      ...CaseStatusBadge_case
      ...ReplyDue_case
    }
  `,
  [CaseStatusBadge_case, ReplyDue_case, DeletesOn_case],
);

/** What the organisation knows about its own work on a case. */
export function CaseFacts({
  children,
  ...props
}: {
  readonly case: FragmentOf<typeof CaseFacts_case>;
  readonly children: ReactNode;
}) {
  const intl = useIntl();
  const facts = readFragment(CaseFacts_case, props.case);
  return (
    <section className="facts" aria-labelledby="facts-heading">
      <h2 id="facts-heading">
        <FormattedMessage id="case.facts" />
      </h2>
      <dl>
        <Fact name={<FormattedMessage id="case.status" />}>
          <CaseStatusBadge case={facts} />
          {facts.reopensUntil !== null && (
            <p className="hint">
              <FormattedMessage
                id="case.reopensUntil"
                values={{ day: dayInWords(intl, facts.reopensUntil, 'long') }}
              />
            </p>
          )}
          <DeletesOn case={facts} />
        </Fact>
        <Fact name={<FormattedMessage id="inbox.column.replyDue" />}>
          <ReplyDue case={facts} />
          {facts.isReplyPaused && (
            <p className="hint">
              <FormattedMessage id="case.replyPaused" />
            </p>
          )}
          {facts.replyTurn !== null && (
            <p className="hint">
              <FormattedMessage id={`case.replyTurn.${facts.replyTurn}`} />
            </p>
          )}
        </Fact>
        <Fact name={<FormattedMessage id="inbox.column.assignee" />} isForStaff>
          {facts.assignee?.name ?? <FormattedMessage id="case.assignee.nobody" />}
        </Fact>
        <Fact name={<FormattedMessage id="inbox.column.category" />}>
          {facts.category.length === 0 ? (
            <FormattedMessage id="case.category.none" />
          ) : (
            <span dir="auto">{intl.formatList(facts.category, { type: 'unit' })}</span>
          )}
        </Fact>
        <Fact name={<FormattedMessage id="case.labels" />} isForStaff>
          {facts.labels.length === 0 ? (
            <FormattedMessage id="case.labels.none" />
          ) : (
            <ul className="labels">
              {facts.labels.map((label) => (
                <li key={label.id} className="label">
                  {label.text}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={<FormattedMessage id="inbox.column.messaging" />}>
          <FormattedMessage id={facts.messaging ? 'case.messaging.yes' : 'case.messaging.no'} />
        </Fact>
        <Fact name={<FormattedMessage id="inbox.column.received" />}>
          <Day day={facts.receivedOn} style="long" />
        </Fact>
      </dl>
      {children}
    </section>
  );
}

/** @param isForStaff not printed unless the notes are. */
function Fact({
  name,
  isForStaff = false,
  children,
}: {
  readonly name: ReactNode;
  readonly isForStaff?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={isForStaff ? 'for-staff' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

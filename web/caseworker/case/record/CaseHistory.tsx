import { FormattedMessage } from 'react-intl';
import { assertNever } from '../../../shared/assert-never.ts';
import { type FragmentOf, graphql, type ResultOf, readFragment } from '../../../shared/graphql.ts';
import { FreeText } from '../../ui/FreeText.tsx';
import { Instant } from '../../ui/Instant.tsx';
import { reopenedByMessage } from './reopened-by-message.ts';

const CaseAct_act = graphql(`
  fragment CaseAct_act on CaseAct {
    id
    kind
    at
    by {
      id
      name
    }
    assignee {
      id
      name
    }
    fromStatus
    toStatus
    reason
    label {
      id
      text
    }
  }
`);

export const CaseHistory_case = graphql(
  `
    fragment CaseHistory_case on Case {
      status
      history {
        id
        kind
        fromStatus
        toStatus
        ...CaseAct_act
      }
    }
  `,
  [CaseAct_act],
);

/**
 * What staff did with the case, the oldest first. What a reporter does is in no history; that a closed case is open again is
 * said beside its closing, without a day.
 */
export function CaseHistory(props: { readonly case: FragmentOf<typeof CaseHistory_case> }) {
  const { history, status } = readFragment(CaseHistory_case, props.case);
  const reopened = reopenedByMessage(history, status);
  return (
    <section className="history" aria-labelledby="history-heading">
      <h2 id="history-heading">
        <FormattedMessage id="case.history" />
      </h2>
      {history.length === 0 ? (
        <p>
          <FormattedMessage id="case.history.none" />
        </p>
      ) : (
        <ol>
          {history.map((act) => (
            <CaseAct key={act.id} act={act} isReopened={reopened.has(act.id)} />
          ))}
        </ol>
      )}
    </section>
  );
}

function CaseAct(props: { readonly act: FragmentOf<typeof CaseAct_act>; readonly isReopened: boolean }) {
  const act = readFragment(CaseAct_act, props.act);
  return (
    <li>
      <p>
        <ActWords act={act} />{' '}
        <span className="hint">
          <Instant at={act.at} />
        </span>
      </p>
      {act.reason !== null && <FreeText text={act.reason} />}
      {props.isReopened && (
        <p>
          <FormattedMessage id="case.act.CLOSED.reopened" />
        </p>
      )}
    </li>
  );
}

function ActWords({ act }: { readonly act: ResultOf<typeof CaseAct_act> }) {
  const by = <strong>{act.by.name}</strong>;
  switch (act.kind) {
    case 'ASSIGNED':
      if (act.assignee?.id === act.by.id) return <FormattedMessage id="case.act.TAKEN" values={{ by }} />;
      return <FormattedMessage id="case.act.ASSIGNED" values={{ by, to: act.assignee?.name }} />;
    case 'HANDED_OVER':
      return <FormattedMessage id="case.act.HANDED_OVER" values={{ by, to: act.assignee?.name }} />;
    case 'GRANTED':
      return <FormattedMessage id="keys.act.granted" values={{ by, to: act.assignee?.name }} />;
    case 'KEPT_OUT':
      if (act.assignee?.id === act.by.id)
        return <FormattedMessage id="keys.act.steppedBack" values={{ by }} />;
      return <FormattedMessage id="keys.act.keptOut" values={{ by, who: act.assignee?.name }} />;
    case 'UNASSIGNED':
      return <FormattedMessage id="case.act.UNASSIGNED" values={{ by, from: act.assignee?.name }} />;
    case 'REPLIED':
      return <FormattedMessage id="case.act.REPLIED" values={{ by }} />;
    case 'LABELLED':
    case 'UNLABELLED':
      return <FormattedMessage id={`case.act.${act.kind}`} values={{ by, label: act.label?.text }} />;
    case 'STATUS_CHANGED':
      return <StatusWords act={act} />;
    default:
      return assertNever(act.kind);
  }
}

function StatusWords({ act }: { readonly act: ResultOf<typeof CaseAct_act> }) {
  const by = <strong>{act.by.name}</strong>;
  if (act.toStatus === 'CLOSED') return <FormattedMessage id="case.act.CLOSED" values={{ by }} />;
  if (act.fromStatus === 'CLOSED') return <FormattedMessage id="case.act.REOPENED" values={{ by }} />;
  const to = act.toStatus !== null && <FormattedMessage id={`case.status.${act.toStatus}`} />;
  return <FormattedMessage id="case.act.STATUS_CHANGED" values={{ by, to }} />;
}

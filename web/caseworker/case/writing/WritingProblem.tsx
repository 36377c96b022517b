import { FormattedMessage } from 'react-intl';
import type { DraftProblem } from './draft.ts';
import type { DraftPlace } from './drafts.ts';

/** Why the text has not gone out, and that it is safe. What lies in the text itself stands at the field. */
export function WritingProblem({
  kind,
  problem,
}: {
  readonly kind: DraftPlace['kind'];
  readonly problem: DraftProblem | null;
}) {
  return (
    <div role="alert">
      {problem !== null && problem.kind !== 'empty' && problem.kind !== 'message-refused' && (
        <p className="notice notice-problem">
          <ProblemWords kind={kind} problem={problem} />
        </p>
      )}
    </div>
  );
}

function ProblemWords({
  kind,
  problem,
}: {
  readonly kind: DraftPlace['kind'];
  readonly problem: Exclude<DraftProblem, { kind: 'empty' | 'message-refused' }>;
}) {
  if (problem.kind === 'moved-on') {
    return <FormattedMessage id="reply.problem.moved-on" values={{ count: problem.newMessages }} />;
  }
  if (problem.kind === 'closed-meanwhile') return <FormattedMessage id="reply.problem.closed-meanwhile" />;
  if (problem.kind === 'no-messaging') return <FormattedMessage id="reply.problem.no-messaging" />;
  if (kind === 'NOTE') return <FormattedMessage id={`note.problem.${problem.kind}`} />;
  return <FormattedMessage id={`reply.problem.${problem.kind}`} />;
}

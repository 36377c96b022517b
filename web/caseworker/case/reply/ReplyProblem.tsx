import { FormattedMessage } from 'react-intl';
import type { DraftProblem } from './reply-draft.ts';

/** Why the reply has not gone out, and that its text is safe. What lies in the text itself stands at the field. */
export function ReplyProblem({ problem }: { readonly problem: DraftProblem | null }) {
  const isShown = problem !== null && problem.kind !== 'empty' && problem.kind !== 'message-refused';
  return (
    <div role="alert">
      {isShown && (
        <p className="notice notice-problem">
          <FormattedMessage id={`reply.problem.${problem.kind}`} />
        </p>
      )}
    </div>
  );
}

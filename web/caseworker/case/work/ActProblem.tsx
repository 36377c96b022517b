import { FormattedMessage } from 'react-intl';
import { assertNever } from '../../../shared/assert-never.ts';
import type { ActOutcome } from './act-outcome.ts';

/** What came of an act, where it was not done. */
export function ActProblem({ outcome }: { readonly outcome: ActOutcome }) {
  switch (outcome.kind) {
    case 'done':
      return null;
    case 'refused':
      return <FormattedMessage id={`act.refused.${outcome.reason}`} />;
    case 'refused-in-words':
      return outcome.words;
    case 'failed':
      return <FormattedMessage id={`failure.${outcome.failure}`} />;
    default:
      return assertNever(outcome);
  }
}

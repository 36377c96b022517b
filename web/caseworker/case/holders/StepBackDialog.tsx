import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useDashboard } from '../../app/dashboard.ts';
import { newIdempotencyKey } from '../../service/idempotency-key.ts';
import { useLeaveCase } from '../use-leave-case.ts';
import { useOwnId } from '../work/use-case-work.ts';
import { ConfirmKeepingOut } from './ConfirmKeepingOut.tsx';
import { stepBack } from './holder-acts.ts';

/** "I should not see this": asks once more, and leaves a page on which nothing of the case stands. */
export function StepBackDialog({
  caseId,
  onClose,
}: {
  readonly caseId: string;
  readonly onClose: () => void;
}) {
  const client = useApolloClient();
  const { partings } = useDashboard();
  const leave = useLeaveCase(caseId, '/stepped-back');
  const caseworkerId = useOwnId();
  // One key for all tries: where the answer was lost, the same again is answered as done.
  const [idempotencyKey] = useState(newIdempotencyKey);

  return (
    <ConfirmKeepingOut
      heading={<FormattedMessage id="holders.stepBack.heading" />}
      body={<FormattedMessage id="holders.stepBack.body" />}
      button={<FormattedMessage id="holders.stepBack.button" />}
      perform={() =>
        partings.follow(
          caseId,
          stepBack(client, { caseId, caseworkerId, idempotencyKey }),
          ({ kind }) => kind === 'done',
        )
      }
      onBack={onClose}
      onDone={leave}
    />
  );
}

import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useNavigate } from 'react-router';
import { useDashboard } from '../../app/dashboard.ts';
import { newIdempotencyKey } from '../../service/idempotency-key.ts';
import { useOwnId } from '../work/use-case-work.ts';
import { ConfirmKeepingOut } from './ConfirmKeepingOut.tsx';
import { forgetCase } from './forget-case.ts';
import { stepBack } from './holder-acts.ts';

/** "I should not see this": asks once more, and leaves a page on which nothing of the case stands. */
export function StepBackDialog({
  caseId,
  onClose,
}: {
  readonly caseId: string;
  readonly onClose: () => void;
}) {
  const dashboard = useDashboard();
  const navigate = useNavigate();
  const caseworkerId = useOwnId();
  // One key for all tries: where the answer was lost, the same again is answered as done.
  const [idempotencyKey] = useState(newIdempotencyKey);

  return (
    <ConfirmKeepingOut
      heading={<FormattedMessage id="holders.stepBack.heading" />}
      body={<FormattedMessage id="holders.stepBack.body" />}
      button={<FormattedMessage id="holders.stepBack.button" />}
      perform={() => stepBack(dashboard.client, { caseId, caseworkerId, idempotencyKey })}
      onBack={onClose}
      onDone={() => {
        // Away from the page first: a case that vanishes below it would be asked for once more.
        void Promise.resolve(navigate('/stepped-back', { replace: true })).then(() =>
          forgetCase(dashboard, caseId),
        );
      }}
    />
  );
}

import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ActProblem } from '../work/ActProblem.tsx';
import type { ActOutcome } from '../work/act-outcome.ts';

/** Asks whether somebody is to be kept out for good. What did not work is said here, and can be tried again. */
export function ConfirmKeepingOut({
  heading,
  body,
  button,
  perform,
  onBack,
  onDone,
}: {
  readonly heading: ReactNode;
  readonly body: ReactNode;
  readonly button: ReactNode;
  /** Never throws; each try sends the same idempotency key. */
  readonly perform: () => Promise<ActOutcome>;
  readonly onBack: () => void;
  readonly onDone: () => void;
}) {
  return (
    <ConfirmDialog
      heading={heading}
      body={body}
      keep={<FormattedMessage id="dialog.back" />}
      button={button}
      perform={async () => {
        const outcome = await perform();
        return outcome.kind === 'done' ? null : <ActProblem outcome={outcome} />;
      }}
      onClose={onBack}
      onDone={onDone}
    />
  );
}

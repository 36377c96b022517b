import { type ReactNode, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { SheetDialog } from '../../ui/SheetDialog.tsx';
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
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<ActOutcome | null>(null);

  const confirm = async () => {
    if (isSending) return;
    setSending(true);
    const answer = await perform();
    setSending(false);
    setOutcome(answer);
    if (answer.kind === 'done') onDone();
  };

  return (
    <SheetDialog role="alertdialog" heading={heading} onClose={onBack}>
      <p>{body}</p>
      <div role="alert">
        {outcome !== null && outcome.kind !== 'done' && (
          <p className="notice notice-problem">
            <ActProblem outcome={outcome} />
          </p>
        )}
      </div>
      <div className="buttons">
        <button type="button" className="secondary" onClick={onBack}>
          <FormattedMessage id="dialog.back" />
        </button>
        <button type="button" className="danger" aria-disabled={isSending} onClick={() => void confirm()}>
          {button}
        </button>
      </div>
    </SheetDialog>
  );
}

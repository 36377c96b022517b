import { type ReactNode, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Failure } from '../service/failure.ts';
import { SheetDialog } from './SheetDialog.tsx';

/**
 * Asks before something is gone for everybody.
 *
 * @param onDelete deletes it; answers why it could not, or null once it is gone.
 */
export function DeleteDialog({
  heading,
  body,
  button,
  onDelete,
  onClose,
}: {
  readonly heading: ReactNode;
  /** What is lost with it, and what stays. */
  readonly body: ReactNode;
  readonly button: ReactNode;
  readonly onDelete: () => Promise<Failure | null>;
  readonly onClose: () => void;
}) {
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const confirm = async () => {
    if (isSending) return;
    setSending(true);
    setFailure(await onDelete());
    setSending(false);
  };
  return (
    <SheetDialog role="alertdialog" heading={heading} onClose={onClose}>
      <p>{body}</p>
      <div role="alert">
        {failure !== null && (
          <p className="notice notice-problem">
            <FormattedMessage id={`failure.${failure}`} />
          </p>
        )}
      </div>
      <div className="buttons">
        <button type="button" onClick={onClose}>
          <FormattedMessage id="delete.keep" />
        </button>
        <button type="button" className="danger" aria-disabled={isSending} onClick={() => void confirm()}>
          {button}
        </button>
      </div>
    </SheetDialog>
  );
}

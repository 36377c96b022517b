import { type ReactNode, useState } from 'react';
import { SheetDialog } from './SheetDialog.tsx';

/** Asks before something is done that cannot be taken back. What did not work is said here, and can be tried again. */
export function ConfirmDialog({
  heading,
  body,
  keep,
  button,
  perform,
  onClose,
  onDone,
}: {
  readonly heading: ReactNode;
  readonly body: ReactNode;
  /** On the button that leaves everything as it is. */
  readonly keep: ReactNode;
  /** On the button that does it. */
  readonly button: ReactNode;
  /** Does it, and says why it was not done; null once it was. Never throws. */
  readonly perform: () => Promise<ReactNode>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);

  const confirm = async () => {
    if (isSending) return;
    setSending(true);
    const found = await perform();
    setSending(false);
    setProblem(found);
    if (found === null) onDone();
  };

  return (
    <SheetDialog role="alertdialog" heading={heading} onClose={onClose}>
      <p>{body}</p>
      <div role="alert">{problem !== null && <p className="notice notice-problem">{problem}</p>}</div>
      <div className="buttons">
        <button type="button" onClick={onClose}>
          {keep}
        </button>
        <button type="button" className="danger" aria-disabled={isSending} onClick={() => void confirm()}>
          {button}
        </button>
      </div>
    </SheetDialog>
  );
}

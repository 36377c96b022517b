import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { FreeText } from '../../ui/FreeText.tsx';
import { SheetDialog } from '../../ui/SheetDialog.tsx';

/** The id of the words that a screen reader reads out when the dialog opens. */
export const HELD_REPLY_WHY = 'held-reply-why';

/** Holds a reply back, says why, shows it once more, and asks whether it goes out. */
export function HeldReply({
  heading,
  children,
  text,
  send,
  onBack,
  onSend,
}: {
  readonly heading: ReactNode;
  /** Why; the paragraph that says it has the id `HELD_REPLY_WHY`. */
  readonly children: ReactNode;
  readonly text: string;
  /** On the button that sends it. */
  readonly send: ReactNode;
  readonly onBack: () => void;
  readonly onSend: () => void;
}) {
  return (
    <SheetDialog role="alertdialog" heading={heading} describedBy={HELD_REPLY_WHY} onClose={onBack}>
      {children}
      <h3>
        <FormattedMessage id="reply.look.text" />
      </h3>
      <div className="quoted">
        <FreeText text={text} />
      </div>
      <div className="buttons">
        <button type="button" onClick={onBack}>
          <FormattedMessage id="reply.look.back" />
        </button>
        <button type="button" className="secondary" onClick={onSend}>
          {send}
        </button>
      </div>
    </SheetDialog>
  );
}

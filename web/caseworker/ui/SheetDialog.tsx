import { type ReactNode, useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** What words are written in. A search is none of them: it narrows a list, and nothing is lost with it. */
const FIELDS = 'textarea, input:not([type=checkbox], [type=radio], [type=search])';

/**
 * A dialog over the page. It takes the focus, keeps it, and gives it back to where it was. A click beside it closes it
 * only while nothing is written in it: that is a slip more often than a decision.
 */
export function SheetDialog({
  heading,
  role = 'dialog',
  describedBy,
  onClose,
  children,
}: {
  readonly heading: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
  /** Id of what a screen reader reads out when it opens. */
  readonly describedBy?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const sheet = useRef<HTMLElement>(null);
  const holdsWords = () =>
    [...(sheet.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS) ?? [])].some(
      ({ value }) => value.trim() !== '',
    );

  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable={role === 'dialog'}
      shouldCloseOnInteractOutside={() => !holdsWords()}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="modal">
        <Dialog ref={sheet} role={role} className="sheet" aria-describedby={describedBy}>
          <Heading slot="title" level={2}>
            {heading}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

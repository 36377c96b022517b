import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** A dialog over the page. It takes the focus, keeps it, and gives it back to where it was. */
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
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="modal">
        <Dialog role={role} className="sheet" aria-describedby={describedBy}>
          <Heading slot="title" level={2}>
            {heading}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

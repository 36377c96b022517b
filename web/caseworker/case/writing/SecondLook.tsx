import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { FormattedMessage } from 'react-intl';
import { FreeText } from '../../ui/FreeText.tsx';
import type { Found } from './contact-finder.ts';

/** Stops a reply that holds an address, a number or a link, and shows it once more before it goes out. */
export function SecondLook({
  isOpen,
  found,
  text,
  onBack,
  onSend,
}: {
  readonly isOpen: boolean;
  readonly found: readonly Found[];
  readonly text: string;
  readonly onBack: () => void;
  readonly onSend: () => void;
}) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(isStillOpen) => !isStillOpen && onBack()}
    >
      <Modal className="modal">
        <Dialog role="alertdialog" className="sheet" aria-describedby="second-look-why">
          <Heading slot="title" level={2}>
            <FormattedMessage id="reply.look.heading" />
          </Heading>
          <p>
            <FormattedMessage id="reply.look.body" />
          </p>
          <ul>
            {found.map((item) => (
              <li key={`${item.kind} ${item.text}`}>
                <FormattedMessage
                  id={`reply.look.${item.kind}`}
                  values={{ found: <strong>{item.text}</strong> }}
                />
              </li>
            ))}
          </ul>
          <p id="second-look-why">
            <FormattedMessage id="reply.look.why" />
          </p>
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
              <FormattedMessage id="reply.look.send" />
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { FormattedMessage } from 'react-intl';
import { useDashboard } from '../app/dashboard.ts';
import type { SignedInCaseworker } from './session.ts';
import { useSignOut } from './use-sign-out.ts';

/** Who is signed in, and the way out. */
export function AccountBar({ caseworker }: { readonly caseworker: SignedInCaseworker }) {
  const { keeper } = useDashboard();
  const { stage, signOut } = useSignOut();
  const [unsent, setUnsent] = useState(0);

  const ask = async () => {
    if (stage === 'sending') return;
    // What is kept with the account is there after the next sign-in; only the rest would be lost.
    if (await keeper.flushAll()) await signOut();
    else setUnsent(keeper.unsavedCount());
  };

  return (
    <div className="account">
      <p>
        <FormattedMessage id="session.signedInAs" values={{ name: <strong>{caseworker.name}</strong> }} />
      </p>
      <button
        type="button"
        className="secondary"
        aria-disabled={stage === 'sending'}
        onClick={() => void ask()}
      >
        <FormattedMessage id={stage === 'sending' ? 'session.signOut.sending' : 'session.signOut'} />
      </button>
      <p role="alert" className="account-problem">
        {stage === 'failed' && <FormattedMessage id="session.signOut.failed" />}
      </p>
      <UnsentWarning
        count={unsent}
        onStay={() => setUnsent(0)}
        onLeave={() => {
          setUnsent(0);
          void signOut();
        }}
      />
    </div>
  );
}

function UnsentWarning({
  count,
  onStay,
  onLeave,
}: {
  readonly count: number;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}) {
  return (
    <ModalOverlay className="overlay" isOpen={count > 0} onOpenChange={(isOpen) => !isOpen && onStay()}>
      <Modal className="modal">
        <Dialog role="alertdialog" className="sheet" aria-describedby="unsent-warning">
          <Heading slot="title" level={2}>
            <FormattedMessage id="session.signOut.drafts.heading" />
          </Heading>
          <p id="unsent-warning">
            <FormattedMessage id="session.signOut.drafts.body" values={{ count }} />
          </p>
          <div className="buttons">
            <button type="button" onClick={onStay}>
              <FormattedMessage id="session.signOut.drafts.stay" />
            </button>
            <button type="button" className="danger" onClick={onLeave}>
              <FormattedMessage id="session.signOut.drafts.leave" />
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { FormattedMessage } from 'react-intl';
import { useDashboard } from '../app/dashboard.ts';
import type { SignedInCaseworker } from './session.ts';
import { useSignOut } from './use-sign-out.ts';

/** What signing out would leave undone. */
interface Unfinished {
  /** Texts that are kept nowhere but here. */
  readonly texts: number;
  readonly hasBulk: boolean;
}

/** Who is signed in, and the way out. */
export function AccountBar({ caseworker }: { readonly caseworker: SignedInCaseworker }) {
  const { keeper, bulk } = useDashboard();
  const { stage, signOut } = useSignOut();
  const [unfinished, setUnfinished] = useState<Unfinished | null>(null);

  const ask = async () => {
    if (stage === 'sending') return;
    // What is kept with the account is there after the next sign-in; only the rest would be lost.
    const isAllKept = await keeper.flushAll();
    if (isAllKept && !bulk.isUnfinished()) await signOut();
    else setUnfinished({ texts: keeper.unsavedCount(), hasBulk: bulk.isUnfinished() });
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
      <UnfinishedWarning
        unfinished={unfinished}
        onStay={() => setUnfinished(null)}
        onLeave={() => {
          setUnfinished(null);
          void signOut();
        }}
      />
    </div>
  );
}

function UnfinishedWarning({
  unfinished,
  onStay,
  onLeave,
}: {
  readonly unfinished: Unfinished | null;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={unfinished !== null}
      onOpenChange={(isOpen) => !isOpen && onStay()}
    >
      <Modal className="modal">
        <Dialog role="alertdialog" className="sheet" aria-describedby="unfinished-warning">
          <Heading slot="title" level={2}>
            <FormattedMessage id="session.signOut.drafts.heading" />
          </Heading>
          <div id="unfinished-warning">
            {unfinished !== null && unfinished.texts > 0 && (
              <p>
                <FormattedMessage id="session.signOut.drafts.body" values={{ count: unfinished.texts }} />
              </p>
            )}
            {unfinished?.hasBulk && (
              <p>
                <FormattedMessage id="session.signOut.bulk" />
              </p>
            )}
          </div>
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

import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { FormattedMessage } from 'react-intl';
import { useDashboard } from '../app/dashboard.ts';
import { SignInForm } from './SignInForm.tsx';
import type { SignedInCaseworker } from './session.ts';

/**
 * Covers the page of somebody whose session has ended, wholly, and uncovers it for the same person only: what is
 * written below belongs to them.
 */
export function SignInAgain({ caseworker }: { readonly caseworker: SignedInCaseworker }) {
  const { session } = useDashboard();
  return (
    <ModalOverlay isOpen isKeyboardDismissDisabled className="overlay overlay-opaque">
      <Modal className="modal">
        <Dialog className="sheet">
          <Heading slot="title" level={2}>
            <FormattedMessage id="session.again.heading" />
          </Heading>
          <p>
            <FormattedMessage id="session.again.body" />
          </p>
          <p className="who">
            <FormattedMessage
              id="session.again.who"
              values={{ name: caseworker.name, email: caseworker.email }}
            />
          </p>
          <SignInForm fixedEmail={caseworker.email} onSignedIn={(again) => session.began(again)} />
          <LeaveAsSomebodyElse />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function LeaveAsSomebodyElse() {
  const { drafts, bulk, search } = useDashboard();
  const leave = () => {
    drafts.discard();
    bulk.abandon();
    search.forget();
    location.replace('/inbox');
  };
  return (
    <div className="aside">
      <button type="button" className="quiet" aria-describedby="leave-warning" onClick={leave}>
        <FormattedMessage id="session.again.leave" />
      </button>
      <p className="hint" id="leave-warning">
        <FormattedMessage id="session.again.leave.warning" />
      </p>
    </div>
  );
}

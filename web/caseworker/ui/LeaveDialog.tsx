import { FormattedMessage } from 'react-intl';
import { useBlocker } from 'react-router';
import { SheetDialog } from './SheetDialog.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';

/** Asks before what is not saved is left behind, for another page of the dashboard or by closing the window. */
export function LeaveDialog({ isLosing }: { readonly isLosing: () => boolean }) {
  useLeaveWarning(isLosing);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isLosing() && currentLocation.pathname !== nextLocation.pathname,
  );
  if (blocker.state !== 'blocked') return null;
  return (
    <SheetDialog
      role="alertdialog"
      heading={<FormattedMessage id="leave.heading" />}
      onClose={() => blocker.reset()}
    >
      <p>
        <FormattedMessage id="leave.body" />
      </p>
      <div className="buttons">
        <button type="button" onClick={() => blocker.reset()}>
          <FormattedMessage id="leave.stay" />
        </button>
        <button type="button" className="danger" onClick={() => blocker.proceed()}>
          <FormattedMessage id="leave.go" />
        </button>
      </div>
    </SheetDialog>
  );
}

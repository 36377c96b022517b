import { useCallback } from 'react';
import { FormattedMessage } from 'react-intl';
import { NavLink, Outlet, ScrollRestoration } from 'react-router';
import { useInboxFeed } from '../inbox/use-inbox-feed.ts';
import { AccountBar } from '../session/AccountBar.tsx';
import type { SignedInCaseworker } from '../session/session.ts';
import { useLeaveWarning } from '../ui/use-leave-warning.ts';
import { useDashboard } from './dashboard.ts';

/** What surrounds every page of somebody who is signed in, and listens for changes while it stands. */
export function Shell({ caseworker }: { readonly caseworker: SignedInCaseworker }) {
  const { drafts } = useDashboard();
  useInboxFeed();
  useLeaveWarning(useCallback(() => drafts.unsentCount() > 0, [drafts]));

  return (
    <>
      <a className="skip-link" href="#main">
        <FormattedMessage id="app.skip" />
      </a>
      <header className="bar">
        <p className="brand">
          <FormattedMessage id="app.name" />
        </p>
        <MainNavigation />
        <AccountBar caseworker={caseworker} />
      </header>
      <main id="main" className="page" tabIndex={-1}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </>
  );
}

function MainNavigation() {
  return (
    <FormattedMessage id="app.navigation">
      {(label) => (
        <nav aria-label={String(label)}>
          <NavLink to="/inbox">
            <FormattedMessage id="inbox.heading" />
          </NavLink>
        </nav>
      )}
    </FormattedMessage>
  );
}

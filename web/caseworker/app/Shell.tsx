import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { FormattedMessage } from 'react-intl';
import { NavLink, Outlet, ScrollRestoration } from 'react-router';
import { useIsAdministrator } from '../admin/use-is-administrator.ts';
import { BulkBar } from '../inbox/bulk/BulkBar.tsx';
import { useInboxFeed } from '../inbox/use-inbox-feed.ts';
import { Keyboard } from '../keyboard/Keyboard.tsx';
import { AccountBar } from '../session/AccountBar.tsx';
import { RecoveryCodesLeft } from '../session/RecoveryCodesLeft.tsx';
import type { SignedInCaseworker } from '../session/session.ts';
import { MySettingsQuery } from '../settings/my-settings.query.ts';
import { useLeaveWarning } from '../ui/use-leave-warning.ts';
import { useDashboard } from './dashboard.ts';

/** What surrounds every page of somebody who is signed in, and listens for changes while it stands. */
export function Shell({ caseworker }: { readonly caseworker: SignedInCaseworker }) {
  const { keeper, bulk } = useDashboard();
  const { data, loading } = useQuery(MySettingsQuery);
  useInboxFeed();
  useLeaveWarning(useCallback(() => keeper.unsavedCount() > 0 || bulk.isUnfinished(), [keeper, bulk]));

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
      <main id="main" className="page" tabIndex={-1} aria-busy={loading}>
        {caseworker.usedRecoveryCode && <RecoveryCodesLeft />}
        <Outlet />
      </main>
      <BulkBar />
      {/* Until the account has answered nothing is a short cut: somebody may have switched them off. */}
      <Keyboard hasSingleKeys={data?.mySettings.singleKeys ?? false} />
      <ScrollRestoration />
    </>
  );
}

const PAGES = [
  { to: '/inbox', id: 'inbox.heading' },
  { to: '/search', id: 'search.heading' },
  { to: '/statistics', id: 'statistics.heading' },
  { to: '/templates', id: 'templates.heading' },
  { to: '/colleagues', id: 'colleagues.heading' },
  { to: '/settings', id: 'settings.heading' },
] as const;

function MainNavigation() {
  const isAdministrator = useIsAdministrator();
  return (
    <FormattedMessage id="app.navigation">
      {(label) => (
        <nav aria-label={String(label)}>
          {PAGES.map(({ to, id }) => (
            <NavLink key={to} to={to}>
              <FormattedMessage id={id} />
            </NavLink>
          ))}
          {isAdministrator && (
            <NavLink to="/admin">
              <FormattedMessage id="admin.heading" />
            </NavLink>
          )}
        </nav>
      )}
    </FormattedMessage>
  );
}

import { FormattedMessage } from 'react-intl';
import { Navigate, type RouteObject } from 'react-router';
import { AdminGate } from '../admin/AdminGate.tsx';
import { ADMIN_PAGES, ADMIN_SUBPAGES } from '../admin/admin-pages.ts';
import { LeftCasePage } from '../case/LeftCasePage.tsx';
import { InboxPage } from '../inbox/InboxPage.tsx';
import { SessionGate } from '../session/SessionGate.tsx';
import { SignedOutPage } from '../session/SignedOutPage.tsx';
import { FaultPage } from './FaultPage.tsx';
import { Frame } from './Frame.tsx';
import { lazyPage } from './lazy-page.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

/**
 * Every address of the dashboard. Those behind the gate show the sign-in page in their place to whoever is not signed
 * in, so that a link leads where it says once they are. What is not needed to see the inbox is loaded when it is.
 */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    errorElement: <FaultPage />,
    hydrateFallbackElement: (
      <p className="page">
        <FormattedMessage id="app.opening" />
      </p>
    ),
    children: [
      {
        path: '/welcome',
        lazy: lazyPage(async () => ({ Component: (await import('../welcome/WelcomePage.tsx')).WelcomePage })),
      },
      {
        path: '/recover',
        lazy: lazyPage(async () => ({ Component: (await import('../welcome/RecoverPage.tsx')).RecoverPage })),
      },
      {
        path: '/begin-anew',
        lazy: lazyPage(async () => ({
          Component: (await import('../welcome/BeginAnewPage.tsx')).BeginAnewPage,
        })),
      },
      { path: '/signed-out', element: <SignedOutPage /> },
      {
        path: '/',
        element: <SessionGate />,
        children: [
          { index: true, element: <Navigate to="/inbox" replace /> },
          { path: 'inbox', element: <InboxPage /> },
          {
            path: 'cases/:caseId',
            lazy: lazyPage(async () => ({ Component: (await import('../case/CasePage.tsx')).CasePage })),
          },
          { path: 'stepped-back', element: <LeftCasePage act="steppedBack" /> },
          { path: 'deleted', element: <LeftCasePage act="deleted" /> },
          { path: 'closed-to-you', element: <LeftCasePage act="closedToYou" /> },
          {
            path: 'search',
            lazy: lazyPage(async () => ({
              Component: (await import('../search/SearchPage.tsx')).SearchPage,
            })),
          },
          {
            path: 'statistics',
            lazy: lazyPage(async () => ({
              Component: (await import('../statistics/StatisticsPage.tsx')).StatisticsPage,
            })),
          },
          {
            path: 'colleagues',
            lazy: lazyPage(async () => ({
              Component: (await import('../colleagues/ColleaguesPage.tsx')).ColleaguesPage,
            })),
          },
          {
            path: 'templates',
            lazy: lazyPage(async () => ({
              Component: (await import('../templates/TemplatesPage.tsx')).TemplatesPage,
            })),
          },
          {
            path: 'templates/new',
            lazy: lazyPage(async () => ({
              Component: (await import('../templates/TemplatePage.tsx')).TemplatePage,
            })),
          },
          {
            path: 'templates/:templateId',
            lazy: lazyPage(async () => ({
              Component: (await import('../templates/TemplatePage.tsx')).TemplatePage,
            })),
          },
          {
            path: 'settings',
            lazy: lazyPage(async () => ({
              Component: (await import('../settings/SettingsPage.tsx')).SettingsPage,
            })),
          },
          {
            path: 'admin',
            element: <AdminGate />,
            children: [
              {
                index: true,
                lazy: lazyPage(async () => ({
                  Component: (await import('../admin/AdminPage.tsx')).AdminPage,
                })),
              },
              ...[...ADMIN_PAGES, ...ADMIN_SUBPAGES].map(({ path, load }) => ({
                path,
                lazy: lazyPage(load),
              })),
              { path: '*', element: <NotFoundPage /> },
            ],
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];

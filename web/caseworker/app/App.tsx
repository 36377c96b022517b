import { ApolloProvider } from '@apollo/client/react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import type { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { catalogs } from '../messages/intl.ts';
import { type Dashboard, DashboardContext } from './dashboard.ts';

/** Days are written the way of the first organisations; the words themselves are plain English. */
const LOCALE = 'en-GB';

/** The dashboard with everything its pages reach for. */
export function App({
  dashboard,
  router,
}: {
  readonly dashboard: Dashboard;
  readonly router: ReturnType<typeof createBrowserRouter>;
}) {
  return (
    <DashboardContext value={dashboard}>
      <ApolloProvider client={dashboard.client}>
        <IntlProvider locale={LOCALE} messages={catalogs.en}>
          <I18nProvider locale={LOCALE}>
            <RouterProvider router={router} />
          </I18nProvider>
        </IntlProvider>
      </ApolloProvider>
    </DashboardContext>
  );
}

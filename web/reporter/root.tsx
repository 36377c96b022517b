import type { ReactNode } from 'react';
import {
  isRouteErrorResponse,
  type LoaderFunctionArgs,
  Outlet,
  useRouteError,
  useRouteLoaderData,
} from 'react-router';
import { Document } from './frame/Document.tsx';
import { ErrorPage } from './frame/ErrorPage.tsx';
import { OrganisationProvider } from './frame/organisation-context.tsx';
import { DEFAULT_LOCALE, localeOfAddress } from './locale.ts';
import { organisationFor } from './service/organisation.ts';
import { TextProvider } from './text.tsx';

/** Whose service this is, in which language. Never throws. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { host, pathname } = new URL(request.url);
  const locale = localeOfAddress(pathname);
  return { locale, organisation: await organisationFor(context, locale), host };
}

/** Around every page, error pages too. */
export function Layout({ children }: { children: ReactNode }) {
  const loaded = useRouteLoaderData<typeof loader>('root');
  return (
    <TextProvider locale={loaded?.locale ?? DEFAULT_LOCALE} host={loaded?.host ?? ''}>
      <OrganisationProvider organisation={loaded?.organisation ?? null}>
        <Document>{children}</Document>
      </OrganisationProvider>
    </TextProvider>
  );
}

/** The page itself. */
export default function Root() {
  return <Outlet />;
}

/** What stands in the place of a page that cannot be shown. */
export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />;
}

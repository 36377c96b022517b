import type { ReactNode } from 'react';
import {
  isRouteErrorResponse,
  type LoaderFunctionArgs,
  Outlet,
  redirect,
  useRouteError,
  useRouteLoaderData,
} from 'react-router';
import { Document } from './frame/Document.tsx';
import { ErrorPage } from './frame/ErrorPage.tsx';
import { OrganisationProvider } from './frame/organisation-context.tsx';
import {
  DEFAULT_LOCALE,
  localeOfAddress,
  PORTAL_LOCALES,
  type PortalLocale,
  pathIn,
  pathWithout,
} from './locale.ts';
import { organisationFor } from './service/organisation.ts';
import { TextProvider } from './text.tsx';

/**
 * Whose service this is, in which language. Fails for nobody.
 *
 * @throws a redirect from a first page in a language that is switched off, to the one in the organisation's first: people
 *   come there from outside. Every other page stays as it is, because somebody may be in the middle of something.
 */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { host, pathname } = new URL(request.url);
  const locale = localeOfAddress(pathname);
  const organisation = await organisationFor(context, locale);
  const other = organisation && otherThanOff(locale, organisation.locales);
  if (other && pathWithout(locale, pathname) === '/') throw redirect(pathIn(other, '/'));
  return { locale, organisation, host };
}

/** The language that stands in for one that is switched off; undefined where it is on. */
function otherThanOff(locale: PortalLocale, on: readonly string[]): PortalLocale | undefined {
  return on.includes(locale.tag) ? undefined : PORTAL_LOCALES.find(({ tag }) => tag === on[0]);
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

import type { ReactNode } from 'react';
import { useLocation, useMatches } from 'react-router';
import { awaitsNativeReader } from '../../shared/messages/reporter/catalog.ts';
import { PORTAL_LOCALES, type PortalLocale, pathIn, pathWithout } from '../locale.ts';
import { Say, useLocale, useSay } from '../text.tsx';
import type { PageHandle } from './asides.ts';
import { useOrganisation } from './organisation-context.tsx';

/** The same page in the other languages, as links; none where such a link would lose what is shown once. */
export function LanguageLinks() {
  const current = useLocale();
  const inLocale = useSamePage();
  const wouldLose = useMatches().some(({ handle, loaderData }) =>
    (handle as PageHandle | undefined)?.showsOnce?.(loaderData),
  );
  if (wouldLose) return null;
  return (
    <Languages>
      {(locale) => (
        <a
          href={inLocale(locale)}
          lang={locale.formats}
          dir={locale.direction}
          aria-current={locale === current ? 'true' : undefined}
        >
          {locale.name}
        </a>
      )}
    </Languages>
  );
}

/**
 * The same page in the other languages, as buttons of its form, so that what was written comes along.
 *
 * @param name and `value`: what the form's action is told, to show the same page again
 */
export function LanguageButtons({ name, value }: { name: string; value: string }) {
  const current = useLocale();
  const inLocale = useSamePage();
  return (
    <Languages>
      {(locale) => (
        <button
          type="submit"
          name={name}
          value={value}
          formAction={inLocale(locale)}
          className="button-link"
          lang={locale.formats}
          dir={locale.direction}
          aria-current={locale === current ? 'true' : undefined}
        >
          {locale.name}
        </button>
      )}
    </Languages>
  );
}

function Languages({ children }: { children: (locale: PortalLocale) => ReactNode }) {
  const say = useSay();
  const current = useLocale();
  const { locales } = useOrganisation();
  const offered = PORTAL_LOCALES.filter((locale) => locales.includes(locale.tag) || locale === current);
  return (
    <>
      {offered.length > 1 && (
        <nav className="languages" aria-label={say('frame.languages')}>
          <ul>
            {offered.map((locale) => (
              <li key={locale.tag}>{children(locale)}</li>
            ))}
          </ul>
        </nav>
      )}
      {awaitsNativeReader(current.tag) && (
        <p className="translation-note">
          <Say id="translation.note" />
        </p>
      )}
    </>
  );
}

function useSamePage(): (locale: PortalLocale) => string {
  const current = useLocale();
  const { pathname } = useLocation();
  return (locale) => pathIn(locale, pathWithout(current, pathname));
}

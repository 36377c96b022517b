import { createContext, type ReactNode, useContext } from 'react';
import { NEUTRAL_ADDRESS } from '../leave-address.ts';
import { PORTAL_LOCALES } from '../locale.ts';
import type { Organisation } from '../service/organisation.ts';
import { InLanguage, useLocale, useSay } from '../text.tsx';

/** `replyExpectedBy` is `null` while nobody can be asked for it. */
type KnownOrganisation = Omit<Organisation, 'replyExpectedBy'> & { readonly replyExpectedBy: string | null };

const OrganisationContext = createContext<Organisation | null>(null);

/** Gives every page below it the organisation's name and words; `null` where they could not be read. */
export function OrganisationProvider({
  organisation,
  children,
}: {
  organisation: Organisation | null;
  children: ReactNode;
}) {
  return <OrganisationContext value={organisation}>{children}</OrganisationContext>;
}

/** The organisation's name and words, or general ones while they cannot be read. */
export function useOrganisation(): KnownOrganisation {
  const say = useSay();
  const { tag } = useLocale();
  return (
    useContext(OrganisationContext) ?? {
      name: say('frame.someOrganisation'),
      locale: tag,
      locales: PORTAL_LOCALES.map((locale) => locale.tag),
      responseTarget: '',
      emergencyAdvice: say('frame.emergencyFallback'),
      acceptsReports: true,
      replyExpectedBy: null,
      isDemonstration: false,
      isOpen: true,
      closedReason: null,
      closure: null,
      exitAddress: NEUTRAL_ADDRESS,
      words: [],
      supportServices: [],
    }
  );
}

type OwnPart = Organisation['words'][number]['part'];

/** The organisation's own words for a part of the page, and their language; undefined where it has none. */
export function useOwnWords(part: OwnPart): Organisation['words'][number] | undefined {
  return useOrganisation().words.find((words) => words.part === part);
}

/** A text of the organisation's own, which falls back to its first language where it has none for this page's. */
export function OwnText({ children }: { children: string }) {
  return <InLanguage tag={useOrganisation().locale}>{children}</InLanguage>;
}

import { createContext, type ReactNode, useContext } from 'react';
import { NEUTRAL_ADDRESS } from '../leave-address.ts';
import { directionOf, PORTAL_LOCALES } from '../locale.ts';
import type { Organisation } from '../service/organisation.ts';
import { InLanguage, Say, useLocale, useSay } from '../text.tsx';

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
      locales: PORTAL_LOCALES.map((locale) => locale.tag),
      acceptsReports: true,
      replyExpectedBy: null,
      isDemonstration: false,
      isOpen: true,
      closedReason: null,
      closure: null,
      exitAddress: NEUTRAL_ADDRESS,
      onionAddress: null,
      words: [{ part: 'EMERGENCY_ADVICE', locale: tag, text: say('frame.emergencyFallback') }],
      supportServices: [],
    }
  );
}

type OwnPart = Organisation['words'][number]['part'];

/** The organisation's own words for a part of the page, and their language; undefined where it has none. */
export function useOwnWords(part: OwnPart): Organisation['words'][number] | undefined {
  return useOrganisation().words.find((words) => words.part === part);
}

/** The organisation's own words inside a sentence or a line; `otherwise` stands where it has none. */
export function OwnWords({ part, otherwise = null }: { part: OwnPart; otherwise?: ReactNode }) {
  const own = useOwnWords(part);
  return own ? <InLanguage tag={own.locale}>{own.text}</InLanguage> : otherwise;
}

/** The organisation's own words as a paragraph, in the lines they were written in; `otherwise` as above. */
export function OwnParagraph({ part, otherwise = null }: { part: OwnPart; otherwise?: ReactNode }) {
  const page = useLocale();
  const own = useOwnWords(part);
  if (!own) return otherwise;
  const isOther = own.locale !== page.tag;
  return (
    <p
      className="said"
      lang={isOther ? own.locale : undefined}
      dir={isOther ? directionOf(own.locale) : undefined}
    >
      {own.text}
    </p>
  );
}

/** Who reads a report: in the organisation's words, or in general ones. */
export function WhoReads() {
  const { name } = useOrganisation();
  return <OwnWords part="WHO_READS" otherwise={<Say id="sent.who" values={{ organisation: name }} />} />;
}

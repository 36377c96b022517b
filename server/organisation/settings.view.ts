import { versionOf } from '../shared/state-version.ts';
import type { OrganisationEntity, SupportServiceText } from './organisation.entity.ts';
import type { SupportService } from './organisation.type.ts';
import { LONGEST_RETENTION, NOTICE_DAYS } from './retention-rule.ts';
import type { Openness, RetentionSetting, SupportLists, Wording } from './settings.type.ts';
import { PORTAL_LANGUAGES, WORDING_PARTS } from './wording-part.ts';
import { type LocalText } from './wording-part.type.ts';

/** Name, languages, addresses and words, as an administrator changes them. */
export function wordingOf({ name, locales, exitAddress, onionAddress, texts }: OrganisationEntity): Wording {
  const words = PORTAL_LANGUAGES.flatMap((locale) =>
    WORDING_PARTS.flatMap((part) => {
      const text = texts[locale]?.[part];
      return text ? [{ part, locale, text }] : [];
    }),
  );
  const wording = { name, locales, exitAddress, onionAddress, words };
  return { ...wording, version: versionOf(wording) };
}

/** The support services of every language, as an administrator changes them. */
export function supportListsOf({ texts }: OrganisationEntity): SupportLists {
  const lists = PORTAL_LANGUAGES.map((locale) => ({
    locale,
    services: (texts[locale]?.supportServices ?? []).map((service) => supportServiceOf(service, locale)),
  }));
  return { lists, version: versionOf(lists) };
}

/** Whether reports are taken, as an administrator changes it. */
export function opennessOf({ isOpen, closedReasons }: OrganisationEntity): Openness {
  const openness = { isOpen, reasons: localTexts(closedReasons) };
  return { ...openness, version: versionOf(openness) };
}

/** For how long closed cases are kept, as an administrator changes it. */
export function retentionOf({
  retentionDays,
  retentionSetOn,
  reopenDays,
}: OrganisationEntity): RetentionSetting {
  const shortest = reopenDays + 1;
  return {
    days: retentionDays,
    shortest,
    longest: LONGEST_RETENTION,
    noticeDays: NOTICE_DAYS,
    version: versionOf({ retentionDays, retentionSetOn }),
  };
}

/** A support service as everybody may know it. */
export function supportServiceOf(
  { name, description, phone, url, openingHours }: SupportServiceText,
  locale: string,
): SupportService {
  return {
    name,
    description,
    phone: phone ?? null,
    url: url ?? null,
    openingHours: openingHours ?? null,
    locale,
  };
}

/** Texts by locale as a list, in the order of the portal's languages. */
export function localTexts(byLocale: Readonly<Record<string, string>>): LocalText[] {
  return PORTAL_LANGUAGES.flatMap((locale) => {
    const text = byLocale[locale];
    return text ? [{ locale, text }] : [];
  });
}

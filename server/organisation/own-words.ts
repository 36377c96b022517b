import { ENGLISH_TEXTS } from './default-texts-en.ts';
import type { OrganisationEntity, SupportServiceText } from './organisation.entity.ts';
import { responseTarget } from './response-target.ts';
import { WORDING_PARTS, WordingPart } from './wording-part.ts';
import { type LocalText, type OrganisationWords } from './wording-part.type.ts';

type Settings = Pick<OrganisationEntity, 'locales' | 'texts' | 'targetWorkingDays'>;

/**
 * The languages that a text is looked for in, BCP 47: the one asked for, if the organisation offers it, then its first.
 *
 * @param asked what a client named; anything may stand there.
 */
export function localesFor({ locales }: Pick<Settings, 'locales'>, asked: string | undefined): string[] {
  const [first = 'en'] = locales;
  return [...new Set([asked !== undefined && locales.includes(asked) ? asked : first, first])];
}

/** The first of these languages that has the text. */
export function firstText(
  byLocale: Readonly<Record<string, string | undefined>>,
  locales: readonly string[],
): LocalText | null {
  for (const locale of locales) {
    const text = byLocale[locale];
    if (text) return { locale, text };
  }
  return null;
}

/** Every part that is set, in the first of these languages that has it; advice and promise always. */
export function wordsIn(settings: Settings, locales: readonly string[]): OrganisationWords[] {
  const { texts, targetWorkingDays } = settings;
  const [asked = 'en'] = locales;
  return WORDING_PARTS.flatMap((part) => {
    // A promise made from the target is better understood than the organisation's in another language.
    const wanted = part === WordingPart.RESPONSE_TARGET ? [asked] : locales;
    const byLocale = Object.fromEntries(wanted.map((locale) => [locale, texts[locale]?.[part]]));
    const found = firstText(byLocale, wanted) ?? standIn(part);
    return found ? [{ part, ...found }] : [];
  });

  function standIn(part: WordingPart): LocalText | null {
    if (part === WordingPart.RESPONSE_TARGET) {
      return { locale: asked, text: responseTarget(targetWorkingDays, asked) };
    }
    if (part === WordingPart.EMERGENCY_ADVICE)
      return { locale: 'en', text: ENGLISH_TEXTS.emergencyAdvice ?? '' };
    return null;
  }
}

/** The support services in the first of these languages that has some, and which it is. */
export function servicesIn(
  { texts }: Pick<Settings, 'texts'>,
  locales: readonly string[],
): { locale: string; services: readonly SupportServiceText[] } {
  for (const locale of locales) {
    const services = texts[locale]?.supportServices ?? [];
    if (services.length > 0) return { locale, services };
  }
  return { locale: locales[0] ?? 'en', services: [] };
}

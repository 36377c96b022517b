import type { OrganisationEntity } from './organisation.entity.ts';
import { isPlainHttps, lengthFault, type SettingFaultWords, tidySetting } from './setting-fault.ts';
import { type OwnWords, PART_LIMITS, PORTAL_LANGUAGES, WordingPart } from './wording-part.ts';

/** Wording as somebody typed it. */
export interface GivenWording {
  readonly name: string;
  readonly locales: readonly string[];
  readonly exitAddress: string;
  readonly onionAddress?: string | null;
  readonly words: readonly { readonly part: WordingPart; readonly locale: string; readonly text: string }[];
}

/** Wording as it is stored; words by locale. */
export interface CheckedWording
  extends Pick<OrganisationEntity, 'name' | 'locales' | 'exitAddress' | 'onionAddress'> {
  readonly words: Readonly<Record<string, OwnWords>>;
}

const LONGEST_NAME = 100; // characters
const LONGEST_ADDRESS = 300; // characters
const ONION = /^https?:\/\/[a-z2-7]{56}\.onion\/?$/;

/** The wording in order, or what stands against it. */
export function checkWording(given: GivenWording): CheckedWording | SettingFaultWords[] {
  const faults: SettingFaultWords[] = [];
  const note = (field: string, message: string | null) => message && faults.push({ field, message });
  const name = tidySetting(given.name, true);
  note('name', name === '' ? 'Enter the name of the organisation.' : lengthFault(name, LONGEST_NAME));
  const locales = [...given.locales];
  note('locales', localesFault(locales));
  const exitAddress = tidySetting(given.exitAddress, true);
  note('exitAddress', exitFault(exitAddress));
  const onionAddress = tidySetting(given.onionAddress ?? '', true).toLowerCase() || null;
  if (onionAddress && !ONION.test(onionAddress)) {
    note('onionAddress', 'Write it like http://….onion, with the 56 letters and digits of the address.');
  }
  const words: Record<string, Partial<Record<WordingPart, string>>> = {};
  for (const { part, locale, text } of given.words) {
    const field = `words.${locale}.${nameOf(part)}`;
    if (!PORTAL_LANGUAGES.includes(locale)) {
      note('words', 'Some words are in a language that the portal does not have.');
      continue;
    }
    const { longest, isOneLine } = PART_LIMITS[part];
    const tidy = tidySetting(text, isOneLine);
    note(field, lengthFault(tidy, longest));
    words[locale] ??= {};
    if (tidy !== '') words[locale][part] = tidy;
  }
  const [first = 'en'] = locales;
  if (!words[first]?.[WordingPart.EMERGENCY_ADVICE]) {
    note(
      `words.${first}.EMERGENCY_ADVICE`,
      'Say whom to call when somebody is in danger, at least in the first language.',
    );
  }
  return faults.length > 0 ? faults : { name, locales, exitAddress, onionAddress, words };
}

function localesFault(locales: readonly string[]): string | null {
  if (locales.length === 0) return 'Offer at least one language.';
  if (locales.some((locale) => !PORTAL_LANGUAGES.includes(locale))) {
    return 'The portal has English (en), Welsh (cy) and Arabic (ar).';
  }
  return new Set(locales).size < locales.length ? 'Name each language once.' : null;
}

function exitFault(address: string): string | null {
  if (isPlainHttps(address)) return lengthFault(address, LONGEST_ADDRESS);
  return 'Write a whole address that begins with https://, without a user name and without ? or #.';
}

function nameOf(part: WordingPart): string {
  return Object.entries(WordingPart).find(([, value]) => value === part)?.[0] ?? part;
}

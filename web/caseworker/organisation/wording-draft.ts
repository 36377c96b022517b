import type { ResultOf, VariablesOf } from '../../shared/graphql.ts';
import type { ChangeWording, WordingQuery } from './wording.query.ts';

/** The wording as it is stored. */
export type Wording = ResultOf<typeof WordingQuery>['wording'];

/** A part of the portal's words. */
export type Part = Wording['words'][number]['part'];

/** Every part, in the order in which people meet it. */
export const PARTS = [
  'PORTAL_TITLE',
  'EMERGENCY_ADVICE',
  'RESPONSE_TARGET',
  'WHO_READS',
  'WHAT_HAPPENS_NEXT',
  'CONTACT_WAYS',
  'MESSAGES_USE',
  'MESSAGES_INSTEAD',
  'PRIVACY',
  'SAFETY',
  'ACCESSIBILITY',
] as const satisfies readonly Part[];

/** The wording as it is filled in. */
export interface WordingDraft {
  readonly name: string;
  readonly exitAddress: string;
  readonly onionAddress: string;
  /** The first one stands in where another lacks a text. */
  readonly locales: readonly string[];
  /** By {@link placeOf}; those of languages that are switched off too. */
  readonly words: Readonly<Record<string, string>>;
}

/** Where a text stands; also the id of its field. */
export function placeOf(locale: string, part: Part): string {
  return `words-${locale}-${part}`;
}

/** The wording, to be filled in. */
export function wordingDraft({ name, exitAddress, onionAddress, locales, words }: Wording): WordingDraft {
  return {
    name,
    exitAddress,
    onionAddress: onionAddress ?? '',
    locales,
    words: Object.fromEntries(words.map(({ locale, part, text }) => [placeOf(locale, part), text])),
  };
}

/** What is sent to have the wording so. @param languages all that the portal has. */
export function wordingInput(
  { words, locales, ...plain }: WordingDraft,
  version: string,
  languages: readonly string[],
): VariablesOf<typeof ChangeWording>['input'] {
  return {
    ...plain,
    version,
    locales: [...locales],
    words: languages.flatMap((locale) =>
      PARTS.map((part) => ({ locale, part, text: words[placeOf(locale, part)] ?? '' })),
    ),
  };
}

/** The languages with one switched on or off. Those on keep their order; a new one goes last. */
export function switched(locales: readonly string[], locale: string, isOn: boolean): string[] {
  const others = locales.filter((each) => each !== locale);
  return isOn ? [...others, locale] : others;
}

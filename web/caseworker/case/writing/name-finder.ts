import type { Found } from './contact-finder.ts';

/** What stands before a name in the languages that reporters read; after an Arabic one no word that begins with its article. */
const TITLED = [
  /(?<![\p{L}\p{M}])(?:[Mm](?:r|rs|s|iss|x|ister)|[Dd](?:r|ame|octor)|[Pp]rof(?:essor)?|[Ss]ir|[Rr]ev(?:erend)?|Athro)\.?\s+\p{Lu}[\p{L}\p{M}'’-]*(?:\s+\p{Lu}[\p{L}\p{M}'’-]*){0,3}/gu,
  /(?:ال|لل)(?:سيدة?|دكتورة?|أستاذة?)\s+(?!ال)[\p{L}\p{M}]{2,}/gu,
] as const;

const MOST_FOUND = 20;

/**
 * Finds names for a second look before a reply goes out: those with a title before them, and those of people who work
 * here. Every capital would be one too many: a look that comes with each reply is a look that nobody takes.
 *
 * @param text what a caseworker wrote.
 * @param known whole names.
 * @returns each finding once, those with a title first; at most 20.
 */
export function findNames(text: string, known: readonly string[]): readonly Found[] {
  const titled = TITLED.flatMap((pattern) => Array.from(text.matchAll(pattern), ([match]) => match));
  const rest = titled.reduce((left, match) => left.replaceAll(match, ' '), text);
  const named = known.flatMap((name) => rest.match(wholeName(name))?.[0] ?? []);
  return [...new Set([...titled, ...named])]
    .slice(0, MOST_FOUND)
    .map((found): Found => ({ kind: 'name', text: found }));
}

function wholeName(name: string): RegExp {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{M}\\p{N}])`, 'iu');
}

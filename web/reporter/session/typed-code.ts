import type { MessageId } from '../../shared/messages/reporter/catalog.ts';
import { westernDigits } from '../digits.ts';

/** Symbols in a code, without hyphens. */
export const CODE_SYMBOLS = 16;

/** Capital letters that nobody can tell from those of a code, Cyrillic and Greek: whose keyboard has them, types them. */
const LOOK_ALIKES = 'АВСЕНЈКМРЅТХУОІ' + 'ΑΒΕΖΗΚΜΝΡΤΥΧΟΙ';
const MEANT = 'ABCEHJKMPSTXYOI' + 'ABEZHKMNPTYXOI';

/** What stands in a text without showing a width of its own: accents, joiners, soft hyphens. */
const UNSEEN = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;

const SYMBOL = '[\\p{L}\\p{N}]';
const BETWEEN = '[^\\p{L}\\p{N}]{0,3}';
const GROUP = '[0-9A-HJKMNP-TV-Z]{4}';

/**
 * Four groups of four, every two of them parted by the same signs, and nothing on either side that belongs to them. Looks
 * ahead, so that no place is missed because a word of four letters stands before it.
 */
const FOUR_GROUPS = new RegExp(
  `(?<!${SYMBOL}\\p{Dash}?)(?=(${GROUP}(${BETWEEN})${GROUP}\\2${GROUP}\\2${GROUP})(?!\\p{Dash}?${SYMBOL}))`,
  'gu',
);

/**
 * A code, or a part of one, as it was meant: capital letters and digits alone, without any sign between or around them,
 * O as 0, I and L as 1.
 */
export function normaliseCode(typed: string): string {
  return symbolsOf(asMeant(typed));
}

/**
 * The code in what was typed or pasted: all of it, or, where that is longer, the one place in it that looks like a code.
 * Whether it is one, the server says, which is asked with this and takes it as it takes what was typed into other clients.
 */
export function codeIn(typed: string): string {
  const text = asMeant(typed);
  const symbols = symbolsOf(text);
  if (symbols.length <= CODE_SYMBOLS) return symbols;
  const [found, ...more] = [...text.matchAll(FOUR_GROUPS)].map(([, code = '']) => symbolsOf(code));
  return found && more.length === 0 ? found : symbols;
}

/** What can be said about a typed code without asking the server; `null` where it has to be asked. */
export function typedCodeFault(typed: string): { message: MessageId; values?: { count: number } } | null {
  const count = [...codeIn(typed)].length;
  if (count === 0) return { message: 'login.empty' };
  return count === CODE_SYMBOLS ? null : { message: 'login.length', values: { count } };
}

/** Each letter and digit as it was meant, between whatever signs there are. */
function asMeant(typed: string): string {
  return [...westernDigits(typed).normalize('NFKC').toUpperCase().replace(UNSEEN, '')]
    .map((symbol) => MEANT[LOOK_ALIKES.indexOf(symbol)] ?? symbol)
    .join('')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

function symbolsOf(text: string): string {
  return text.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
}

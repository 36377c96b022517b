import type { MessageId } from '../../shared/messages/reporter/catalog.ts';
import { westernDigits } from '../digits.ts';

/** Symbols in a code, without hyphens. */
export const CODE_SYMBOLS = 16;

/** Capital letters that nobody can tell from those of a code, Cyrillic and Greek: whose keyboard has them, types them. */
const LOOK_ALIKES = 'АВСЕНЈКМРЅТХУОІ' + 'ΑΒΕΖΗΚΜΝΡΤΥΧΟΙ';
const MEANT = 'ABCEHJKMPSTXYOI' + 'ABEZHKMNPTYXOI';

/**
 * A code, or a part of one, as it was meant: capital letters and digits alone, without any sign between or around them,
 * O as 0, I and L as 1. The server is asked with this, and takes it as it takes what was typed into other clients.
 */
export function normaliseCode(typed: string): string {
  const symbols =
    westernDigits(typed)
      .normalize('NFKC')
      .toUpperCase()
      .match(/[\p{L}\p{N}]/gu) ?? [];
  return symbols
    .map((symbol) => MEANT[LOOK_ALIKES.indexOf(symbol)] ?? symbol)
    .join('')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** What can be said about a typed code without asking the server; `null` where it has to be asked. */
export function typedCodeFault(typed: string): { message: MessageId; values?: { count: number } } | null {
  const count = [...normaliseCode(typed)].length;
  if (count === 0) return { message: 'login.empty' };
  return count === CODE_SYMBOLS ? null : { message: 'login.length', values: { count } };
}

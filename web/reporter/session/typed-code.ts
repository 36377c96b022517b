import type { MessageId } from '../../shared/messages/reporter/catalog.ts';
import { westernDigits } from '../digits.ts';

/** Symbols in a code, without hyphens. */
export const CODE_SYMBOLS = 16;

/**
 * A code, or a part of one, as it was meant: capital letters, without spaces, hyphens and zero-width characters,
 * O as 0, I and L as 1. The server does the same once more; here it is for counting and comparing.
 */
export function normaliseCode(typed: string): string {
  return westernDigits(typed)
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** What can be said about a typed code without asking the server; `null` where it has to be asked. */
export function typedCodeFault(typed: string): { message: MessageId; values?: { count: number } } | null {
  const count = [...normaliseCode(typed)].length;
  if (count === 0) return { message: 'login.empty' };
  return count === CODE_SYMBOLS ? null : { message: 'login.length', values: { count } };
}

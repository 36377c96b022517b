import { createHash } from 'node:crypto';

/**
 * Stands in a page for the session that it was made in, so that a message written under one code is not sent under another
 * that was entered in a further tab since. Proves nothing, and nobody gets back to the token from it.
 *
 * @param token of the session, 256 random bits; `null`: there is none.
 * @returns 22 characters, base64url; empty without a session.
 */
export function sessionMark(token: string | null): string {
  if (token === null) return '';
  return createHash('sha256').update(`mark of ${token}`).digest().subarray(0, 16).toString('base64url');
}

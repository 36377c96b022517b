import { createHash, randomBytes } from 'node:crypto';

/** An idempotency key: 128 random bits, base64url. Made when a form is first shown; a retry sends the same. */
export function newKey(): string {
  return randomBytes(16).toString('base64url');
}

/**
 * The key that follows a used one, always the same: a page that is sent again by the browser's Back or a reload must not
 * make yet another report or message of the same words. Nobody guesses it who does not have the used one.
 */
export function keyAfter(used: string): string {
  return createHash('sha256').update(`after ${used}`).digest().subarray(0, 16).toString('base64url');
}

import { randomBytes } from 'node:crypto';

/** An idempotency key: 128 random bits, base64url. Made when a form is first shown; a retry sends the same. */
export function newKey(): string {
  return randomBytes(16).toString('base64url');
}

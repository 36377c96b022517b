import { hash, randomBytes } from 'node:crypto';
import { deriveKey } from './derive-key.ts';

/** 256 random bits: nobody guesses one, so neither the hash nor the key below has to be slow. */
const TOKEN_BYTES = 32;

/** Draws a session token: 256 random bits as 43 characters of base64url. */
export function newSessionToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/**
 * What a session is found by: SHA-256 of the token as it was sent, 32 bytes.
 *
 * @param token anything a client sent; what is no token gives the hash of no session.
 */
export function hashSessionToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/**
 * The key that wraps the private key of a session, 32 bytes; it cannot be had from the stored hash.
 *
 * @param token anything a client sent.
 */
export function sessionTokenKey(token: string): Buffer {
  return deriveKey(Buffer.from(token, 'utf8'), 'session/key');
}

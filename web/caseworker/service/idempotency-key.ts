/**
 * Draws the key under which one write is sent, however often it is tried.
 *
 * @returns 32 hexadecimal digits, 128 random bits. `crypto.randomUUID` would not do: it carries 122.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

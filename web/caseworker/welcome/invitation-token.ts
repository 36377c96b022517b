/**
 * Reads the invitation from the part of the address that a browser never sends to a server.
 *
 * @param hash `location.hash`, with or without its `#`.
 * @returns the token, or null where the link arrived without one.
 */
export function invitationTokenIn(hash: string): string | null {
  const token = hash.replace(/^#/, '').trim();
  return token === '' ? null : token;
}

/** Longest mail address that SMTP can deliver to. */
const LONGEST_ADDRESS = 254;

/** What an address is found by, so that case and compatibility forms do not make two people of one. */
export function emailKey(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** Whether something can be a mail address: one @ with a name before it and a dotted domain after it. */
export function looksLikeEmail(typed: string): boolean {
  const address = typed.trim();
  return address.length <= LONGEST_ADDRESS && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address);
}

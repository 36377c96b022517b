/** Longest mail address that SMTP can deliver to. */
const LONGEST_ADDRESS = 254;

/** What an address is found by, so that case and compatibility forms do not make two people of one. */
export function emailKey(typed: string): string {
  // PostgreSQL takes no zero byte in a text; what stands in for it is nobody's address.
  return typed.normalize('NFKC').trim().toLowerCase().replaceAll('\0', '\ufffd');
}

/** Whether something can be a mail address: one @ with a name before it and a dotted domain after it. */
export function looksLikeEmail(typed: string): boolean {
  const address = typed.trim();
  return (
    address.length <= LONGEST_ADDRESS && /^[^\s\p{Cc}@]+@[^\s\p{Cc}@.]+(\.[^\s\p{Cc}@.]+)+$/u.test(address)
  );
}

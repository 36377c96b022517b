const SHORTEST = 16; // hexadecimal digits, 64 bits
const LONGEST = 64;

/**
 * Reads a hash as somebody wrote it down: in groups or not, in any case, whole or only its beginning.
 *
 * @returns 8 to 32 bytes; null when it is none.
 */
export function readNotedHash(noted: string): Buffer | null {
  const digits = noted.replace(/[\s-]/g, '');
  const isHash = /^[0-9a-f]*$/i.test(digits) && digits.length >= SHORTEST && digits.length <= LONGEST;
  return isHash && digits.length % 2 === 0 ? Buffer.from(digits, 'hex') : null;
}

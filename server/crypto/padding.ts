import sodium from 'sodium-native';

/** First byte of the padding, ISO/IEC 7816-4. */
const END_MARK = 0x80;

/** The lengths, in bytes, that sealed text comes in: the only thing a stolen table tells about how much was written. */
export const BUCKETS: readonly number[] = [1_024, 2_048, 4_096, 8_192, 16_384, 32_768];

/** What stands behind the end mark. */
const ZEROS = Buffer.alloc(32_768);

/** Most bytes of text that fit: the largest bucket less the one byte that marks where the text ends. */
export const MAX_PADDED_BYTES = 32_767;

/**
 * Writes text as UTF-8 into the smallest bucket that holds it.
 *
 * @returns a buffer of one of the six lengths, or null when the text is longer than `MAX_PADDED_BYTES`. Holds the
 *   plaintext: wipe it after use. Half a surrogate pair is written as U+FFFD.
 */
export function padText(text: string): Buffer | null {
  const length = Buffer.byteLength(text, 'utf8');
  const bucket = BUCKETS.find((size) => length < size);
  if (bucket === undefined) return null;

  const padded = Buffer.alloc(bucket);
  padded.write(text, 'utf8');
  sodium.sodium_pad(padded, length, bucket);
  return padded;
}

/**
 * Reads back what `padText` wrote.
 *
 * @returns the text, or null when the buffer is no bucket or holds no end mark.
 */
export function unpadText(padded: Buffer): string | null {
  if (!BUCKETS.includes(padded.length)) return null;
  // Not in constant time, unlike the library's: what is read here was authenticated, and whoever asks gets the text.
  const end = padded.lastIndexOf(END_MARK);
  if (end === -1 || padded.compare(ZEROS, 0, padded.length - end - 1, end + 1) !== 0) return null;
  return padded.toString('utf8', 0, end);
}

import sodium from 'sodium-native';

/**
 * Digests text so that nobody without the key can make the same digest, or test a guess of the text.
 *
 * BLAKE2b with a key.
 *
 * @param key 32 bytes.
 * @returns 32 bytes.
 * @see RFC 7693
 */
export function keyedDigest(key: Buffer, text: string): Buffer {
  const digest = Buffer.alloc(sodium.crypto_generichash_BYTES);
  sodium.crypto_generichash(digest, Buffer.from(text), key);
  return digest;
}

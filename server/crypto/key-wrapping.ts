import sodium from 'sodium-native';
import { BlobFormat, openBytes, type Place, SEALING_KEY_BYTES, SealBroken, sealBytes } from './sealing.ts';

/** An X25519 key pair: of a conversation, or of a caseworker. */
export interface KeyPair {
  /** 32 bytes; stored in the clear. */
  publicKey: Buffer;
  /** 32 bytes; stored wrapped only. Wipe it after use. */
  privateKey: Buffer;
}

/** Bytes in the sealed box of a 32-byte key: format byte, the sender's passing public key, tag and key. */
export const SEALED_KEY_BYTES: number = 1 + sodium.crypto_box_SEALBYTES + SEALING_KEY_BYTES;

/** Draws an X25519 key pair. */
export function newKeyPair(): KeyPair {
  const publicKey = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  const privateKey = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES);
  sodium.crypto_box_keypair(publicKey, privateKey);
  return { publicKey, privateKey };
}

/** Draws a key for `sealText`: 32 random bytes. */
export function newSymmetricKey(): Buffer {
  const key = Buffer.alloc(SEALING_KEY_BYTES);
  sodium.randombytes_buf(key);
  return key;
}

/**
 * Hands a secret to the holder of a key pair, who need not be there; not even the sender can open it again.
 *
 * A sealed box of libsodium (X25519, XSalsa20-Poly1305). It is not bound to a row: a box moved to another case
 * still opens, and gives a key under which nothing of that case opens.
 *
 * @param publicKey 32 bytes.
 * @returns format byte and box: 49 bytes more than the secret.
 * @throws {RangeError} the public key has another length.
 */
export function sealToPublicKey(secret: Buffer, publicKey: Buffer): Buffer {
  if (publicKey.length !== sodium.crypto_box_PUBLICKEYBYTES) {
    throw new RangeError('A public key is 32 bytes long');
  }
  const box = Buffer.alloc(1 + secret.length + sodium.crypto_box_SEALBYTES);
  box.writeUInt8(BlobFormat.sealedBox);
  sodium.crypto_box_seal(box.subarray(1), secret, publicKey);
  return box;
}

/**
 * Opens what `sealToPublicKey` sealed.
 *
 * @returns a fresh buffer that belongs to the caller, who wipes it.
 * @throws {SealBroken} sealed for somebody else, unknown format or changed bytes.
 */
export function openSealedBox(box: Buffer, keys: KeyPair): Buffer {
  const sealed = box.subarray(1);
  if (box[0] !== BlobFormat.sealedBox || sealed.length < sodium.crypto_box_SEALBYTES) throw new SealBroken();

  const secret = Buffer.alloc(sealed.length - sodium.crypto_box_SEALBYTES);
  if (!sodium.crypto_box_seal_open(secret, sealed, keys.publicKey, keys.privateKey)) throw new SealBroken();
  return secret;
}

/**
 * Seals a key under another key, for one place.
 *
 * @param wrappingKey 32 bytes.
 * @returns 41 bytes more than the secret, whose length shows.
 * @throws {RangeError} the wrapping key has another length.
 */
export function wrapKey(secret: Buffer, wrappingKey: Buffer, place: Place): Buffer {
  return sealBytes(secret, wrappingKey, place, BlobFormat.wrappedKey);
}

/**
 * Opens what `wrapKey` sealed.
 *
 * @returns a fresh buffer that belongs to the caller, who wipes it.
 * @throws {SealBroken} wrong key, wrong place, unknown format or changed bytes.
 * @throws {RangeError} the wrapping key has another length.
 */
export function unwrapKey(blob: Buffer, wrappingKey: Buffer, place: Place): Buffer {
  return openBytes(blob, wrappingKey, place, BlobFormat.wrappedKey);
}

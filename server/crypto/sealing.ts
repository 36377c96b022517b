import sodium from 'sodium-native';
import { BUCKETS, MAX_PADDED_BYTES, padText, unpadText } from './padding.ts';

/** Where a sealed value stands; it opens only there, so a ciphertext moved to another place is refused. */
export interface Place {
  table: string;
  /** The row's id. */
  row: string;
  column: string;
}

/** The first byte of every blob: what it is (high four bits) and in which version (low four bits). */
export const BlobFormat = {
  text: 0x01,
  textOfEpoch: 0x02,
  wrappedKey: 0x11,
  sealedBox: 0x21,
  enrolment: 0x31,
  tally: 0x41,
} as const;

/** Most UTF-8 bytes of text that can be sealed: 32,767, the 32 KiB bucket less its end mark. */
export const MAX_SEALED_BYTES: number = MAX_PADDED_BYTES;

/** Bytes in a key of XChaCha20-Poly1305. */
export const SEALING_KEY_BYTES = 32;

/** Most bytes that one UTF-16 unit becomes. */
const UTF8_BYTES = 3;

const NONCE_BYTES = 24;
const TAG_BYTES = 16;
/** Bytes a blob is longer than what it seals: format, nonce and tag. */
export const SEAL_OVERHEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** The text is longer than `MAX_SEALED_BYTES` bytes of UTF-8; callers check the length they allow before. */
export class BodyTooLong extends Error {
  override readonly name = 'BodyTooLong';
  constructor() {
    super(`Text of more than ${MAX_SEALED_BYTES} bytes cannot be sealed`);
  }
}

/** Wrong key, wrong place, unknown format, or bytes that were changed: which of them is not told. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor() {
    super('A sealed value could not be opened');
  }
}

/**
 * Seals text so that only the key opens it, only in its place, and only its bucket of length shows.
 *
 * XChaCha20-Poly1305 under a random nonce; the plaintext is padded to 1, 2, 4, 8, 16 or 32 KiB.
 *
 * @param key 32 bytes.
 * @returns format byte, 24 bytes of nonce, ciphertext and tag: 41 bytes more than the bucket. The same text seals
 *   differently every time.
 * @throws {BodyTooLong} more than `MAX_SEALED_BYTES` bytes of UTF-8.
 * @throws {RangeError} the key has another length.
 */
export function sealText(plaintext: string, key: Buffer, place: Place): Buffer {
  const padded = padText(plaintext);
  if (padded === null) throw new BodyTooLong();
  try {
    return sealBytes(padded, key, place, BlobFormat.text);
  } finally {
    sodium.sodium_memzero(padded);
  }
}

/**
 * Opens what `sealText` sealed.
 *
 * @throws {SealBroken} wrong key, wrong place, unknown format or changed bytes.
 * @throws {RangeError} the key has another length.
 */
export function openText(blob: Buffer, key: Buffer, place: Place): string {
  if (blob[0] !== BlobFormat.text) throw new SealBroken();
  return openPadded(1, blob, key, place);
}

/**
 * Where padded text of each length is opened, and wiped before the next one: a search opens tens of thousands, and buffers
 * for each cost as much as the opening. So does everything else here that is made once.
 */
const OPENED = new Map(BUCKETS.map((size) => [size, Buffer.alloc(size)]));

function openPadded(headerBytes: number, blob: Buffer, key: Buffer, place: Place): string {
  const padded = OPENED.get(blob.length - headerBytes - NONCE_BYTES - TAG_BYTES);
  if (!padded) throw new SealBroken();
  try {
    openInto(padded, headerBytes, blob, key, place);
    const text = unpadText(padded);
    if (text === null) throw new SealBroken();
    return text;
  } finally {
    sodium.sodium_memzero(padded);
  }
}

/** Bytes of the epoch behind the format byte: more turns of a key than a case ever sees. */
const EPOCH_BYTES = 2;

/**
 * Seals text as `sealText` does, under one of several keys that followed each other. Which one it was stands behind the
 * format byte and is bound into the seal.
 *
 * @param key 32 bytes.
 * @param epoch 1 for the first key.
 * @returns two bytes more than `sealText`.
 * @throws {BodyTooLong} more than `MAX_SEALED_BYTES` bytes of UTF-8.
 */
export function sealTextOfEpoch(plaintext: string, key: Buffer, place: Place, epoch: number): Buffer {
  const header = Buffer.alloc(1 + EPOCH_BYTES);
  header.writeUInt8(BlobFormat.textOfEpoch);
  header.writeUInt16BE(epoch, 1);
  const padded = padText(plaintext);
  if (padded === null) throw new BodyTooLong();
  try {
    return sealBehind(header, padded, key, place);
  } finally {
    sodium.sodium_memzero(padded);
  }
}

/**
 * Opens what `sealTextOfEpoch` sealed, and what `sealText` sealed under the first key.
 *
 * @param keyOf the key of an epoch; throws `SealBroken` where there is none.
 * @throws {SealBroken} wrong key, wrong place, unknown format or changed bytes.
 */
export function openTextOfEpoch(blob: Buffer, keyOf: (epoch: number) => Buffer, place: Place): string {
  if (blob[0] === BlobFormat.text) return openText(blob, keyOf(1), place);
  if (blob[0] !== BlobFormat.textOfEpoch || blob.length < 1 + EPOCH_BYTES) throw new SealBroken();
  return openPadded(1 + EPOCH_BYTES, blob, keyOf(blob.readUInt16BE(1)), place);
}

/** The epoch of the key that a text is sealed under; 1 where its blob names none. */
export function epochOf(blob: Buffer): number {
  return blob[0] === BlobFormat.textOfEpoch && blob.length > EPOCH_BYTES ? blob.readUInt16BE(1) : 1;
}

/**
 * Seals bytes as they are, without padding: for values whose length is no secret.
 *
 * @param format what the blob is; a blob of one format never opens as another.
 * @throws {RangeError} the key has another length.
 */
export function sealBytes(plaintext: Buffer, key: Buffer, place: Place, format: number): Buffer {
  return sealBehind(Buffer.of(format), plaintext, key, place);
}

/**
 * Opens what `sealBytes` sealed.
 *
 * @returns a fresh buffer that belongs to the caller, who wipes it.
 * @throws {SealBroken} wrong key, wrong place, other format or changed bytes.
 * @throws {RangeError} the key has another length.
 */
export function openBytes(blob: Buffer, key: Buffer, place: Place, format: number): Buffer {
  const size = blob.length - SEAL_OVERHEAD_BYTES;
  if (blob[0] !== format || size < 0) throw new SealBroken();
  const plaintext = Buffer.alloc(size);
  openInto(plaintext, 1, blob, key, place);
  return plaintext;
}

function sealBehind(header: Buffer, plaintext: Buffer, key: Buffer, place: Place): Buffer {
  checkKey(key);
  const blob = Buffer.alloc(header.length + NONCE_BYTES + plaintext.length + TAG_BYTES);
  header.copy(blob);
  const nonce = blob.subarray(header.length, header.length + NONCE_BYTES);
  sodium.randombytes_buf(nonce);
  const ciphertext = blob.subarray(header.length + NONCE_BYTES);
  const binding = associatedData(header, header.length, place);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(ciphertext, plaintext, binding, null, nonce, key);
  return blob;
}

function openInto(plaintext: Buffer, headerBytes: number, blob: Buffer, key: Buffer, place: Place): void {
  checkKey(key);
  blob.copy(NONCE, 0, headerBytes, headerBytes + NONCE_BYTES);
  const ciphertext = blob.subarray(headerBytes + NONCE_BYTES);
  const binding = associatedData(blob, headerBytes, place);
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plaintext, null, ciphertext, binding, NONCE, key);
  } catch {
    throw new SealBroken();
  }
}

/** The nonce of what is being opened. */
const NONCE = Buffer.alloc(NONCE_BYTES);

/** Where the place of a value is written while it is sealed or opened. */
const PLACE = Buffer.alloc(2_048);

/** The first bytes of `PLACE`, by their number. */
const BINDINGS: Buffer[] = [];

/**
 * Each part behind its length, so that no two places give the same bytes however their names run together.
 *
 * @param blob begins with the header.
 * @returns stands until the next call.
 * @throws {RangeError} names of more than 2 KiB.
 */
function associatedData(blob: Buffer, headerBytes: number, { table, row, column }: Place): Buffer {
  let end = blob.copy(PLACE, 0, 0, headerBytes);
  for (const name of [table, row, column]) {
    if (end + 4 + name.length * UTF8_BYTES > PLACE.length)
      throw new RangeError('The name of a place is too long');
    const length = PLACE.write(name, end + 4, 'utf8');
    end = PLACE.writeUInt32BE(length, end) + length;
  }
  const binding = BINDINGS[end] ?? PLACE.subarray(0, end);
  BINDINGS[end] = binding;
  return binding;
}

function checkKey(key: Buffer): void {
  if (key.length !== SEALING_KEY_BYTES) throw new RangeError('A sealing key is 32 bytes long');
}

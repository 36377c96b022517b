import {
  type KeyPair,
  newSymmetricKey,
  openSealedBox,
  SEALED_KEY_BYTES,
  sealToPublicKey,
} from './key-wrapping.ts';
import { openTextOfEpoch, type Place, SEALING_KEY_BYTES, SealBroken, sealTextOfEpoch } from './sealing.ts';

/**
 * The keys of one case, 32 bytes each: the first as long as everybody stays who could read it, and one more each time
 * that somebody leaves or is kept out.
 *
 * What is written is sealed under the newest; what was written before opens with the one it was sealed under. Whoever
 * may open a case holds all of its keys, in the order they were drawn in: a row holds their sealed boxes one behind the
 * other. Never log one.
 */
export class CaseKeys {
  private constructor(
    private readonly keys: Buffer[],
    private readonly holder: KeyPair | null,
  ) {}

  /** Draws the first key of a new case. */
  static draw(): CaseKeys {
    return new CaseKeys([newSymmetricKey()], null);
  }

  /**
   * Opens the boxes of a row with the key pair that they were made for. About 70 µs each.
   *
   * @throws {SealBroken} made for somebody else, or changed bytes.
   */
  static unwrap(boxes: Buffer, holder: KeyPair): CaseKeys {
    const opened = new CaseKeys([], holder);
    opened.learn(boxes);
    if (opened.keys.length === 0) throw new SealBroken();
    return opened;
  }

  /** Reads what `toBytes` wrote, which belongs to the keys from then on. @throws {SealBroken} no whole number of keys. */
  static fromBytes(bytes: Buffer): CaseKeys {
    if (bytes.length === 0 || bytes.length % SEALING_KEY_BYTES !== 0) throw new SealBroken();
    return new CaseKeys(cut(bytes, SEALING_KEY_BYTES), null);
  }

  /** How many keys there are: the epoch that is written in. */
  get epoch(): number {
    return this.keys.length;
  }

  /**
   * Opens the boxes that came to the row since, so that a session which has been there for a while reads on. Does
   * nothing where none came.
   *
   * @throws {SealBroken} made for somebody else, or changed bytes.
   */
  learn(boxes: Buffer): this {
    if (!this.holder || boxes.length % SEALED_KEY_BYTES !== 0) throw new SealBroken();
    for (const box of cut(boxes, SEALED_KEY_BYTES).slice(this.keys.length)) {
      this.keys.push(openSealedBox(box, this.holder));
    }
    return this;
  }

  /** The boxes of all keys for one more holder, one behind the other. `publicKey` is X25519, 32 bytes. */
  wrapFor(publicKey: Buffer): Buffer {
    return Buffer.concat(this.keys.map((key) => sealToPublicKey(key, publicKey)));
  }

  /** All keys in the clear, one behind the other: to be wrapped under another key. */
  toBytes(): Buffer {
    return Buffer.concat(this.keys);
  }

  /** Overwrites all keys; nothing opens or seals with them any more. */
  wipe(): void {
    for (const key of this.keys) key.fill(0);
    this.keys.length = 0;
  }

  /**
   * Seals text under the newest key; the epoch stands in the blob and is bound into it.
   *
   * @throws {BodyTooLong} more than `MAX_SEALED_BYTES` bytes of UTF-8.
   */
  seal(plaintext: string, place: Place): Buffer {
    return sealTextOfEpoch(plaintext, this.keyOf(this.epoch), place, this.epoch);
  }

  /** Opens text of any epoch. @throws {SealBroken} a key that is not here, another place, or changed bytes. */
  open(blob: Buffer, place: Place): string {
    return openTextOfEpoch(blob, (epoch) => this.keyOf(epoch), place);
  }

  private keyOf(epoch: number): Buffer {
    const key = this.keys[epoch - 1];
    if (!key) throw new SealBroken();
    return key;
  }
}

function cut(bytes: Buffer, size: number): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return pieces;
}

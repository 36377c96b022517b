import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { testBoxThread } from '../testing/box-thread.ts';
import { type BoxBatch, wrapBytes } from './box-batch.ts';
import { BoxOpener, BoxThreadEnded } from './box-opener.ts';
import { newKeyPair, newSymmetricKey, SEALED_KEY_BYTES, sealToPublicKey, unwrapKey } from './key-wrapping.ts';

const FEW = 3;
/** More than are opened on the spot. */
const MANY = 100;

/** A thread that ends when it is given work, as one does that has no memory left. */
const MORTAL = new URL(
  `data:text/javascript,import { parentPort } from 'node:worker_threads';parentPort.on('message', () => process.exit(1));`,
);
/** A thread that never answers. */
const SILENT = new URL(
  `data:text/javascript,import { parentPort } from 'node:worker_threads';parentPort.on('message', () => {});`,
);

const holder = newKeyPair();
const wrappingKey = newSymmetricKey();
const placeOf = (row: number) => ({ table: 'case_wrap', row: String(row), column: 'fast_wrap' });

/** @param secrets for each row one or more keys. */
function batchOf(secrets: readonly (readonly Buffer[])[], publicKey = holder.publicKey): BoxBatch {
  const boxes = secrets.flat().map((secret) => sealToPublicKey(secret, publicKey));
  return {
    boxes: Uint8Array.from(Buffer.concat(boxes)),
    counts: secrets.map(({ length }) => length),
    places: secrets.map((_, row) => placeOf(row)),
    publicKey: Uint8Array.from(holder.publicKey),
    privateKey: Uint8Array.from(holder.privateKey),
    wrappingKey: Uint8Array.from(wrappingKey),
  };
}

const secretsOf = (rows: number) =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: 1 + (row % 2) }, () => randomBytes(32)));

describe('BoxOpener', () => {
  const open: BoxOpener[] = [];
  function opener(program = testBoxThread()): BoxOpener {
    const made = new BoxOpener(program);
    open.push(made);
    return made;
  }

  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });

  it.each([FEW, MANY])('gives the keys of %i rows, and each row wrapped for its place', async (rows) => {
    const secrets = secretsOf(rows);

    const { keys, wraps, broken } = await opener().open(batchOf(secrets));

    expect(Buffer.from(keys)).toEqual(Buffer.concat(secrets.flat()));
    expect(broken).toEqual([]);
    let at = 0;
    for (const [row, own] of secrets.entries()) {
      const wrap = Buffer.from(wraps.subarray(at, at + wrapBytes(own.length)));
      at += wrap.length;
      expect(unwrapKey(wrap, wrappingKey, placeOf(row))).toEqual(Buffer.concat(own));
    }
    expect(at).toBe(wraps.length);
  });

  it.each([FEW, MANY])('leaves out which of %i rows does not open, and no other', async (rows) => {
    const secrets = secretsOf(rows);
    const batch = batchOf(secrets);
    batch.boxes[SEALED_KEY_BYTES + 40] = (batch.boxes[SEALED_KEY_BYTES + 40] ?? 0) ^ 1;

    const { keys, broken } = await opener().open(batch);

    const expected = secrets.map((own, row) => (row === 1 ? own.map(() => Buffer.alloc(32)) : own));
    expect(broken).toEqual([1]);
    expect(Buffer.from(keys)).toEqual(Buffer.concat(expected.flat()));
  });

  it('wipes the private key that it was handed for boxes opened on the spot', async () => {
    const batch = batchOf(secretsOf(FEW));

    await opener().open(batch);

    expect([...batch.privateKey, ...batch.wrappingKey].filter(Boolean)).toEqual([]);
  });

  it('moves the private key to the thread, and leaves no copy behind', async () => {
    const batch = batchOf(secretsOf(MANY));

    await opener().open(batch);

    expect([batch.privateKey, batch.wrappingKey].map(({ byteLength }) => byteLength)).toEqual([0, 0]);
  });

  it('answers each of several at once with its own keys', async () => {
    const all = [secretsOf(MANY), secretsOf(MANY + 1), secretsOf(FEW), secretsOf(MANY + 2)];
    const boxes = opener();

    const opened = await Promise.all(all.map((secrets) => boxes.open(batchOf(secrets))));

    expect(opened.map(({ keys }) => Buffer.from(keys))).toEqual(
      all.map((secrets) => Buffer.concat(secrets.flat())),
    );
  });

  it('tells everybody who waits that the thread ended, and starts another one for the next', async () => {
    const boxes = opener(MORTAL);

    const ended = await Promise.allSettled([1, 2].map(() => boxes.open(batchOf(secretsOf(MANY)))));
    const next = boxes.open(batchOf(secretsOf(MANY)));

    const refused = { status: 'rejected', reason: expect.any(BoxThreadEnded) };
    expect(ended).toEqual([refused, refused]);
    await expect(next).rejects.toThrow(BoxThreadEnded);
  });

  it('tells whoever waits when it is closed', async () => {
    const boxes = opener(SILENT);
    const opening = boxes.open(batchOf(secretsOf(MANY)));

    await Promise.all([expect(opening).rejects.toThrow(BoxThreadEnded), boxes.close()]);
  });

  it('opens again after it was closed', async () => {
    const boxes = opener();
    await boxes.open(batchOf(secretsOf(MANY)));
    await boxes.close();

    const { broken } = await boxes.open(batchOf(secretsOf(MANY)));

    expect(broken).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CaseKeys } from '../crypto/case-keys.ts';
import { newKeyPair } from '../crypto/key-wrapping.ts';
import type { Caseworker } from '../viewer.ts';
import { CaseWrapService } from './case-wrap.service.ts';

describe('a fast wrap', () => {
  const wraps = new CaseWrapService();
  const place = { table: 'case_note', row: 'a', column: 'sealed_text' };

  const caseworker = (): Caseworker => ({
    kind: 'caseworker',
    sessionHash: Buffer.alloc(32),
    endsAt: new Date(0),
    caseworkerId: randomUUID(),
    roles: [],
    ...newKeyPair(),
  });

  /** The boxes of a case whose key was turned so often, and words under the newest key. */
  function turnedCase(holder: Caseworker, turns: number) {
    const boxes = Buffer.concat(
      Array.from({ length: 1 + turns }, () => CaseKeys.draw().wrapFor(holder.publicKey)),
    );
    const sealed = CaseKeys.unwrap(boxes, holder).seal('the newest words', place);
    return { row: { id: randomUUID(), case_key_wrap: boxes, fast_wrap: null }, sealed };
  }

  it.each([0, 1, 100])('opens what the boxes open, also after %i turns of the key', (turns) => {
    const holder = caseworker();
    const { row, sealed } = turnedCase(holder, turns);
    const { bytes } = wraps.fastWrap(row, wraps.openBoxes(row, holder), holder);

    const keys = wraps.openFast({ ...row, fast_wrap: bytes }, holder);

    expect(keys?.open(sealed, place)).toBe('the newest words');
  });

  it('is none of another case, of other boxes, of somebody else, or once it is damaged', () => {
    const holder = caseworker();
    const { row } = turnedCase(holder, 1);
    const { bytes } = wraps.fastWrap(row, wraps.openBoxes(row, holder), holder);
    const own = { ...row, fast_wrap: bytes };
    const damaged = Buffer.from(bytes);
    damaged.writeUInt8((damaged.at(-1) ?? 0) ^ 1, damaged.length - 1);

    expect(wraps.openFast({ ...own, id: randomUUID() }, holder)).toBeNull();
    expect(
      wraps.openFast({ ...own, case_key_wrap: turnedCase(holder, 1).row.case_key_wrap }, holder),
    ).toBeNull();
    expect(wraps.openFast(own, caseworker())).toBeNull();
    expect(wraps.openFast({ ...own, fast_wrap: damaged }, holder)).toBeNull();
    expect(wraps.openFast({ ...own, fast_wrap: Buffer.alloc(0) }, holder)).toBeNull();
    expect(wraps.openFast(own, holder)).not.toBeNull();
  });
});

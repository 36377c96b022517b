import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BlobFormat,
  BodyTooLong,
  MAX_SEALED_BYTES,
  openBytes,
  openText,
  type Place,
  SealBroken,
  sealBytes,
  sealText,
} from './sealing.ts';

describe('sealText and openText', () => {
  const key = Buffer.alloc(32, 0x11);
  const place: Place = { table: 'message', row: '6a3f5c1e-8f5b-4f0e-9a51-6f1d2c3b4a59', column: 'body' };

  it('give back every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        expect(openText(sealText(text, key, place), key, place)).toBe(text);
      }),
    );
  });

  it('give back text of every script, line ends and NULs included', () => {
    const text = 'Cymraeg ŵ ŷ\r\n\u0000العربية 🔑 \u202e e\u0301';

    expect(openText(sealText(text, key, place), key, place)).toBe(text);
  });

  it('turn half a surrogate pair into a replacement character instead of failing', () => {
    expect(openText(sealText('a\ud83db', key, place), key, place)).toBe('a\ufffdb');
  });

  it('open what was sealed by the first release', () => {
    const frozen = Buffer.from(
      'AVdeHtEc3j8MAF0E1K+xvN4S0CR4kleaj07gqcT1ZLDKTzvn0Q/pcLO3fThjldEpRZqnp7ug08pl0UBkoZWw20o2mbjYraHi4V/J1kel1OajrQMTHwXeAeJ5kieAwlNH0TsH7TtEz8vKqjuAdqBpLNn/e6uHxrq6hrSiSlzJkBptDUt3SJseTkwEBXhZynVoC/oZQQSjbZoLMLkvjhVb9b/Y6R62rQnNiyZ0DjTk8M1yQexZQq7MkQxk9N6T0QblcWYkxbDJi/Al3gXGhBUvSvkGOfUVo0xsyKPdcJ/N3M3+jV8lOH8FsPDbImccjl6g3S8oIG1dSiFL6J/W0AH1XQehjy+R3/ynK6ucRaHl8sS1cHO+1SihEstfnT+cMO8S15GwNqTM6pmXpbH2jDs9L7AFh4duEzCdjeiiWARiklmHf7piebVemcjDayyBcpulfZ6PqqxRmkZ8dotKRqHYRgst/bNzi/Bt7qLpT5S6KhK1oiqnVN6Pag3AliRiDoVkaoBp49m2DMEOW6Zr7c3SYoDmt1CHI5FFi0RFF9bu0v9YQBzPGYasOih4+UjpLMl4lIiWItZbRCLWQFEmN5SY+7/kltJcMtrcQYqeVgFkfW6xDNQtoqMLOb4hUrsl1w+uuO0icbyxP83PnXiD3QRWBLFeWsLt5INgxlDr+/GcX8Kenv0CQy0OUkJ/n++no1ZSTewJTfnou6woHnUXD7kIXmTwIPPtd3TzsmaABKAEqLVNCSJmqn4dnE6o7P3xM63MRpdv88BVZsfaEsgz3f09r9qwefLSss4sS5xbcq6bmfT41sypVQOkCt1wN10FOFmoCNeJY4+ixRD5RVgRV2INkWez5tRRX535izEWq7J1So2gsjefOerjB8fGW5LhwpXNKWjeTdDOKK9jhyK/IhKSGzXF41fs5Kirnmo0uyScKqQqnuh9P8fJLxjy2Sl8F7hrDnE8wNNO6AVh0N4uLXsOQOZJU0Y7JkfzHrlMOUapO0EVoB6wJd6yp4Hv+/gGseb9e4JgfAfT8E4bquiEthvXRkrfex5ZvtRUAMNqqnKQj4oMmuRl0Kyqtaj63lBRN1sP7jtcer8px1XbYyg+xpFTXnTPN6phG61SBfH3Qrj/rT/Nqi1ljdegMtE46M+d5enQYiSKutau8v5Mhv4k7Khrv+EbFsCeY3puudJuNOa37axU3JvFBYzBFPBrKzDovGGYPuJbuWKE+26Sh8SYQysPsdqVG0YBoxuYUCB2dVckQmJqwbTkZISI6Ju4pK0glYRp2A3Vd++tjZtx1ZP83P/uvg10m7UAXORFOfzg/nvNtVf0KGknSbNV35gltTv/CGprludTLxeZXvcBw4aFT5t8FetZdNMoK/8dCGS4aZFyj1ogRiOeECXsIT7v02FZMlvzFVwpimgqPeuY',
      'base64',
    );

    expect(openText(frozen, key, place)).toBe('Es geschah im März.');
  });

  it('show only the bucket: lengths that share one are told apart by nothing', () => {
    const lengths = [0, 1, 500, 1_023].map((length) => sealText('x'.repeat(length), key, place).length);

    expect(new Set(lengths)).toEqual(new Set([1_024 + 41]));
    expect(sealText('x'.repeat(1_024), key, place).length).toBe(2_048 + 41);
    expect(sealText('x'.repeat(MAX_SEALED_BYTES), key, place).length).toBe(32_768 + 41);
  });

  it('seal the same text differently every time, with no byte of it left in the clear', () => {
    const [one, other] = [sealText('canary', key, place), sealText('canary', key, place)];

    expect(one.subarray(1)).not.toEqual(other.subarray(1));
    expect(one.subarray(25)).not.toEqual(other.subarray(25));
    expect(one.includes('canary')).toBe(false);
    expect(one[0]).toBe(BlobFormat.text);
  });

  it.each<[string, Partial<Place>]>([
    ['table', { table: 'note' }],
    ['row', { row: '0b6f0b57-6d0f-4e5a-8f6e-0f1f4f5d7c11' }],
    ['column', { column: 'subject' }],
  ])('refuse a ciphertext moved to another %s', (_, elsewhere) => {
    const blob = sealText('canary', key, place);

    expect(() => openText(blob, key, { ...place, ...elsewhere })).toThrow(SealBroken);
  });

  it('tell places apart whose names run together into the same letters', () => {
    const names = fc.string({ maxLength: 3, unit: fc.constantFrom('a', 'b', '|', '\u0000') });
    const places = fc.record({ table: names, row: names, column: names });

    fc.assert(
      fc.property(places, places, (one, other) => {
        fc.pre(one.table !== other.table || one.row !== other.row || one.column !== other.column);
        expect(() => openText(sealText('x', key, one), key, other)).toThrow(SealBroken);
      }),
      { numRuns: 500 },
    );
  });

  it('refuse a blob with any one byte changed, in any bit', () => {
    const blob = sealText('canary', key, place);

    for (let position = 0; position < blob.length; position += 1) {
      const changed = Buffer.from(blob);
      changed.writeUInt8(changed.readUInt8(position) ^ (1 << (position % 8)), position);
      expect(() => openText(changed, key, place)).toThrow(SealBroken);
    }
  });

  it('refuse a blob cut short anywhere or made longer', () => {
    const blob = sealText('canary', key, place);

    for (let length = 0; length < blob.length; length += 1) {
      expect(() => openText(blob.subarray(0, length), key, place)).toThrow(SealBroken);
    }
    expect(() => openText(Buffer.concat([blob, Buffer.of(0)]), key, place)).toThrow(SealBroken);
  });

  it('refuse every key that differs in one bit', () => {
    const blob = sealText('canary', key, place);

    for (let bit = 0; bit < 256; bit += 1) {
      const wrong = Buffer.from(key);
      wrong.writeUInt8(wrong.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => openText(blob, wrong, place)).toThrow(SealBroken);
    }
  });

  it.each([0, 16, 31, 33])('refuse a key of %d bytes as a fault of the program', (length) => {
    const blob = sealText('x', key, place);

    expect(() => sealText('x', Buffer.alloc(length), place)).toThrow(RangeError);
    expect(() => openText(blob, Buffer.alloc(length), place)).toThrow(RangeError);
  });

  it('refuse text that fits no bucket', () => {
    expect(() => sealText('x'.repeat(MAX_SEALED_BYTES + 1), key, place)).toThrow(BodyTooLong);
    expect(() => sealText('ж'.repeat(16_384), key, place)).toThrow(BodyTooLong);
  });

  it('say nothing of the text or the place in an error', () => {
    const blob = sealText('canary', key, place);

    const tooLong = new BodyTooLong();
    const broken = () => openText(blob, key, { ...place, row: 'canary-row' });

    expect(broken).toThrow(new SealBroken());
    expect(`${new SealBroken().message}${tooLong.message}`).not.toMatch(/canary|message|body/);
  });
});

describe('openText', () => {
  it('refuses authentic bytes that are no padded text', () => {
    const key = Buffer.alloc(32, 0x22);
    const place: Place = { table: 'message', row: 'r', column: 'body' };

    for (const bytes of [Buffer.alloc(0), Buffer.alloc(32), Buffer.alloc(1_024), Buffer.alloc(1_000, 0x80)]) {
      const blob = sealBytes(bytes, key, place, BlobFormat.text);
      expect(() => openText(blob, key, place)).toThrow(SealBroken);
    }
  });
});

describe('openBytes', () => {
  it('opens no blob of one format as another, in the same place under the same key', () => {
    const key = Buffer.alloc(32, 0x33);
    const place: Place = { table: 't', row: 'r', column: 'c' };
    const formats = Object.values(BlobFormat);

    for (const format of formats) {
      const blob = sealBytes(Buffer.from('secret'), key, place, format);
      for (const other of formats.filter((candidate) => candidate !== format)) {
        const relabelled = Buffer.concat([Buffer.of(other), blob.subarray(1)]);
        expect(() => openBytes(blob, key, place, other)).toThrow(SealBroken);
        expect(() => openBytes(relabelled, key, place, other)).toThrow(SealBroken);
      }
    }
  });
});

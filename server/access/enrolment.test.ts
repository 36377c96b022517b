import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AccessCode } from '../crypto/access-code.type.ts';
import { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { BlobFormat, sealBytes } from '../crypto/sealing.ts';
import { drawAccessCode } from './access-code.ts';
import { openEnrolment, sealEnrolment } from './enrolment.ts';

const HOUR = 3_600_000; // milliseconds

describe('an enrolment', () => {
  const secrets = DeploymentSecrets.fromMaster(Buffer.alloc(32, 0x4d));
  const code = 'SSK01M9XWT0V3HPD' as AccessCode;
  const now = new Date('2026-04-09T13:30:00.250Z');
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

  it('brings the code back', () => {
    const { enrolment, expiresAt } = sealEnrolment(code, now, secrets);

    expect(openEnrolment(enrolment, now, secrets)).toBe(code);
    expect(expiresAt).toEqual(later(48 * HOUR));
    expect(enrolment).toMatch(/^[A-Za-z0-9_-]{87}$/);
  });

  it('of the first release is understood', () => {
    expect(
      openEnrolment(
        'MTyyAdjnIprFniF1xH7etpCPksC_SGIHp5Ia9RQqGIQnpXkJ812PEKA5w8D1hVrCaHQ3qrolGqcPjZs5l5rUmFw',
        later(HOUR),
        secrets,
      ),
    ).toBe(code);
  });

  it('is good for 48 hours to the millisecond, whatever the time of day it was offered at', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const offeredAt = new Date(Date.UTC(2026, 11, 31, hour, 59, 59, 999));
      const { enrolment, expiresAt } = sealEnrolment(code, offeredAt, secrets);
      const at = (milliseconds: number) =>
        openEnrolment(enrolment, new Date(offeredAt.getTime() + milliseconds), secrets);

      for (let passed = 0; passed < 48; passed += 1) expect(at(passed * HOUR)).toBe(code);
      expect(at(48 * HOUR - 1)).toBe(code);
      expect(at(48 * HOUR)).toBeNull();
      expect(openEnrolment(enrolment, expiresAt, secrets)).toBeNull();
      expect(at(49 * HOUR)).toBeNull();
      expect(at(365 * 24 * HOUR)).toBeNull();
    }
  });

  it('made just after midnight is read by a process whose clock is still before it', () => {
    const { enrolment } = sealEnrolment(code, new Date('2026-04-10T00:00:01Z'), secrets);

    expect(openEnrolment(enrolment, new Date('2026-04-09T23:58:00Z'), secrets)).toBe(code);
    expect(openEnrolment(enrolment, new Date('2026-04-09T20:00:00Z'), secrets)).toBeNull();
  });

  it('never looks the same twice and shows nothing of the code', () => {
    const all = Array.from({ length: 100 }, () => sealEnrolment(code, now, secrets).enrolment);

    expect(new Set(all).size).toBe(100);
    expect(all.some((enrolment) => Buffer.from(enrolment, 'base64url').includes(code.slice(0, 4)))).toBe(
      false,
    );
  });

  it('of another installation is refused', () => {
    const elsewhere = DeploymentSecrets.fromMaster(Buffer.alloc(32, 0x4e));
    const { enrolment } = sealEnrolment(code, now, elsewhere);

    expect(openEnrolment(enrolment, now, secrets)).toBeNull();
  });

  it('with any one character changed, cut or added is refused', () => {
    const { enrolment } = sealEnrolment(drawAccessCode(), now, secrets);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. ';

    for (let place = 0; place < enrolment.length; place += 1) {
      const [before, after] = [enrolment.slice(0, place), enrolment.slice(place + 1)];
      expect(openEnrolment(`${before}${after}`, now, secrets)).toBeNull();
      for (const character of alphabet.replace(enrolment.charAt(place), '')) {
        if (openEnrolment(`${before}${character}${after}`, now, secrets) !== null) {
          throw new Error(`accepted another character at ${place}`);
        }
      }
    }
    for (const padding of ['=', '\n', ' ', 'A']) {
      expect(openEnrolment(`${enrolment}${padding}`, now, secrets)).toBeNull();
      expect(openEnrolment(`${padding}${enrolment}`, now, secrets)).toBeNull();
    }
  });

  it('with a code in it that was never drawn is refused, though the seal is right', () => {
    const content = Buffer.concat([Buffer.alloc(8, 0x01), Buffer.from('0000000000000001')]);
    const place = { table: 'enrolment', row: '2026-04-09', column: 'code' };

    const blob = sealBytes(content, secrets.enrolmentKey('2026-04-09'), place, BlobFormat.enrolment);

    expect(openEnrolment(blob.toString('base64url'), now, secrets)).toBeNull();
  });

  it('may be anything a client sends: the answer is null and never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (sent) => {
        expect(openEnrolment(sent, now, secrets)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 65, maxLength: 65 }), (bytes) => {
        expect(openEnrolment(Buffer.from(bytes).toString('base64url'), now, secrets)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it('of a megabyte is refused before it is decoded', () => {
    const megabyte = 'A'.repeat(1_000_000);
    const startedAt = performance.now();

    for (let i = 0; i < 1_000; i += 1)
      if (openEnrolment(megabyte, now, secrets) !== null) throw new Error('read');

    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it.each([Number.NaN, 8.64e15, -8.64e15])('meets a clock at %d with null', (instant) => {
    const { enrolment } = sealEnrolment(code, now, secrets);

    expect(openEnrolment(enrolment, new Date(instant), secrets)).toBeNull();
  });
});

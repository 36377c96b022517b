import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { DeploymentSecrets } from './deployment-secrets.ts';

describe('DeploymentSecrets', () => {
  const master = Buffer.alloc(32, 0x4d);

  it('derives the same values from the same master secret for as long as there are databases', () => {
    const secrets = DeploymentSecrets.fromMaster(master);

    const hex = {
      pepper: secrets.codePepper(1).toString('hex'),
      salt: secrets.codeSalt(1).toString('hex'),
      enrolment: secrets.enrolmentKey('2026-04-09').toString('hex'),
      idempotency: secrets.idempotencyKey.toString('hex'),
      audit: secrets.auditKey.toString('hex'),
      fingerprint: secrets.fingerprint.toString('hex'),
    };

    expect(hex).toEqual({
      pepper: 'a642aa9281663d501c2289a8775f7021fc63f1eef01fd6dc5943c3a4053487a1',
      salt: '69fff2a22bee8781d682402b8f9a8e7fabe1320ce5a17dafe26e675dcd016246',
      enrolment: 'ef835dfc1eda0b7062bfde1b4f6aa9ead9b33589d5b3fcade008a1d2b607a72d',
      idempotency: '83260268ab166716b7595a01ea52c137537403f19ba4564ff12b204401f98869',
      audit: '192753fae430b558e2359af967152fc0648f0ff99cf69ff433596c83af79c0bd',
      fingerprint: 'b2b0efca2e74c3104894357ff2bce3eef061cacb3a1c93e9643c9299815c47ed',
    });
  });

  it('gives 32 bytes under every label, epoch and day, no two alike', () => {
    const secrets = DeploymentSecrets.fromMaster(master);

    const values = [
      master,
      ...[1, 2, 12].flatMap((epoch) => [secrets.codePepper(epoch), secrets.codeSalt(epoch)]),
      ...['2026-04-09', '2026-04-10'].map((day) => secrets.enrolmentKey(day)),
      secrets.idempotencyKey,
      secrets.auditKey,
      secrets.fingerprint,
    ];

    expect(values.every((value) => value.length === 32)).toBe(true);
    expect(new Set(values.map((value) => value.toString('hex'))).size).toBe(values.length);
  });

  it('changes everything with one bit of the master secret', () => {
    const neighbour = Buffer.from(master);
    neighbour.writeUInt8(0x4c, 31);

    const [one, other] = [DeploymentSecrets.fromMaster(master), DeploymentSecrets.fromMaster(neighbour)];

    expect(other.codePepper(1)).not.toEqual(one.codePepper(1));
    expect(other.codeSalt(1)).not.toEqual(one.codeSalt(1));
    expect(other.enrolmentKey('2026-04-09')).not.toEqual(one.enrolmentKey('2026-04-09'));
    expect(other.idempotencyKey).not.toEqual(one.idempotencyKey);
    expect(other.auditKey).not.toEqual(one.auditKey);
    expect(other.fingerprint).not.toEqual(one.fingerprint);
  });

  it('keeps working after the caller wiped the buffer it read the secret into', () => {
    const lent = Buffer.from(master);
    const secrets = DeploymentSecrets.fromMaster(lent);

    lent.fill(0);

    expect(secrets.codePepper(1)).toEqual(DeploymentSecrets.fromMaster(master).codePepper(1));
  });

  it('shows nothing when it is printed or serialised by mistake', () => {
    const secrets = DeploymentSecrets.fromMaster(master);

    const printed = inspect(secrets, { depth: 9, showHidden: true }) + JSON.stringify(secrets);

    for (const value of [master, secrets.idempotencyKey, secrets.auditKey, secrets.fingerprint]) {
      expect(printed).not.toContain(value.toString('hex').slice(0, 8));
      expect(printed).not.toContain(inspect(value).slice(8, 30));
      expect(printed).not.toContain([...value.subarray(0, 4)].join(','));
    }
  });

  it.each([0, 16, 31, 33, 64])('refuses a master secret of %d bytes', (length) => {
    expect(() => DeploymentSecrets.fromMaster(Buffer.alloc(length, 1))).toThrow(RangeError);
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 53])('refuses %d as an epoch', (epoch) => {
    const secrets = DeploymentSecrets.fromMaster(master);

    expect(() => secrets.codePepper(epoch)).toThrow(RangeError);
    expect(() => secrets.codeSalt(epoch)).toThrow(RangeError);
  });
});

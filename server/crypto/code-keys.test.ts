import { describe, expect, it } from '@jest/globals';
import { argon2id, hash } from 'argon2';
import type { AccessCode } from './access-code.type.ts';
import { deriveCodeKeys } from './code-keys.ts';
import { DeploymentSecrets } from './deployment-secrets.ts';
import { deriveKey } from './derive-key.ts';

describe('argon2', () => {
  it('is Argon2id version 1.3 as RFC 9106 prints it, secret included', async () => {
    const tag = await hash(Buffer.alloc(32, 1), {
      raw: true,
      type: argon2id,
      memoryCost: 32,
      timeCost: 3,
      parallelism: 4,
      hashLength: 32,
      salt: Buffer.alloc(16, 2),
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
    });

    expect(tag.toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });
});

describe('deriveCodeKeys', () => {
  const secrets = DeploymentSecrets.fromMaster(Buffer.alloc(32, 0x4d));
  const code = '0123456789ABCDEF' as AccessCode;

  it('finds a conversation of the first release for as long as its reporter keeps the code', async () => {
    const { lookupId, codeKey } = await deriveCodeKeys(code, secrets, 1);

    expect(lookupId.toString('hex')).toBe('a7680cfb4e0d62df91b03f1931ffc3f0b0453ba1a4fdf43c7d78282fc7c9684f');
    expect(codeKey.toString('hex')).toBe('29e60c1ca221ab8534feeb928038459edac379eba5ec21b7b6d2b7040d2b6760');
  });

  it('is one Argon2id run of 46 MiB, one pass, one thread, 64 bytes, under pepper and salt', async () => {
    const parameters = { type: argon2id, memoryCost: 47_104, timeCost: 1, parallelism: 1, hashLength: 64 };
    const stretched = await hash(code, {
      ...parameters,
      type: argon2id,
      raw: true,
      salt: secrets.codeSalt(1),
      secret: secrets.codePepper(1),
    });

    const keys = await deriveCodeKeys(code, secrets, 1);

    expect(keys).toEqual({
      lookupId: deriveKey(stretched, 'code/lookup-id'),
      codeKey: deriveKey(stretched, 'code/key'),
    });
  });

  it('gives other keys for another code, another epoch and another master secret', async () => {
    const elsewhere = DeploymentSecrets.fromMaster(Buffer.alloc(32, 0x4e));

    const keys = [
      await deriveCodeKeys(code, secrets, 1),
      await deriveCodeKeys('0123456789ABCDEG' as AccessCode, secrets, 1),
      await deriveCodeKeys(code, secrets, 2),
      await deriveCodeKeys(code, elsewhere, 1),
    ].flatMap(({ lookupId, codeKey }) => [lookupId, codeKey]);

    expect(keys.every((key) => key.length === 32)).toBe(true);
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(8);
  });

  it('refuses an epoch that cannot be, before it spends any memory', async () => {
    await expect(deriveCodeKeys(code, secrets, 0)).rejects.toThrow(RangeError);
  });
});

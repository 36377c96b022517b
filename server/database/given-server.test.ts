import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner, createEmptyDatabase, useTestDatabase } from '../testing/test-database.ts';
import { removeEngine } from '../testing/test-engine.ts';
import { TransactionPooler } from '../testing/transaction-pooler.ts';
import { type Engine, startEngine } from './embedded-engine.ts';
import { checkGivenServer } from './given-server.ts';
import { refusal } from './given-server-refusal.ts';

describe('checkGivenServer', () => {
  const lab = useTestDatabase();
  const poolers: TransactionPooler[] = [];

  afterEach(async () => {
    for (const pooler of poolers.splice(0)) await pooler.close();
  });

  const check = async (url: string, directUrl = url): Promise<string[]> => {
    const warnings: string[] = [];
    await checkGivenServer({ url, directUrl, poolSize: 10, warn: (sentence) => warnings.push(sentence) });
    return warnings;
  };
  const pool = async (url: string): Promise<string> => {
    const pooler = await TransactionPooler.open(url);
    poolers.push(pooler);
    return pooler.url;
  };
  const inDatabase = async (sql: string): Promise<string> => {
    const { url, ownerUrl } = await createEmptyDatabase('given');
    await asOwner(ownerUrl, async (client) => {
      await client.query(sql.replaceAll(':database', new URL(url).pathname.slice(1)));
    });
    return url;
  };

  it('accepts a server that is set up well, without a warning', async () => {
    expect(await check(lab.url)).toEqual([]);
  });

  it('accepts a pooler in transaction mode beside a direct address', async () => {
    expect(await check(await pool(lab.url), lab.url)).toEqual([]);
  });

  it('warns of a server that lets fewer connections in than one process opens', async () => {
    const url = await inDatabase('ALTER DATABASE :database CONNECTION LIMIT 14');

    expect(await check(url)).toEqual([expect.stringContaining('lets 14 connections of this user in')]);
    expect(await check(await pool(url), url)).toEqual([]);
  });

  it('takes as many connections as one process opens for enough', async () => {
    const url = await inDatabase('ALTER DATABASE :database CONNECTION LIMIT 15');

    expect(await check(url)).toEqual([]);
  });

  it('refuses a direct address that leads through a pooler in transaction mode', async () => {
    const pooled = await pool(lab.url);

    await expect(check(pooled)).rejects.toThrow(
      /DATABASE_URL leads through a pooler in transaction mode, so DATABASE_DIRECT_URL has to lead round it/,
    );
    await expect(check(lab.url, pooled)).rejects.toThrow(/DATABASE_DIRECT_URL leads through a pooler/);
  });

  it('refuses two addresses that lead to different databases', async () => {
    const other = await createEmptyDatabase('other');

    await expect(check(other.url, lab.url)).rejects.toThrow(/lead to different databases/);
  });

  it.each([
    [
      'ALTER SCHEMA public OWNER TO postgres; GRANT USAGE ON SCHEMA public TO PUBLIC',
      /may not create tables/,
    ],
    [
      'ALTER DATABASE :database OWNER TO postgres; GRANT ALL ON SCHEMA public TO PUBLIC',
      /may not create schemas/,
    ],
    [
      'ALTER DATABASE :database OWNER TO postgres; REVOKE CONNECT ON DATABASE :database FROM PUBLIC',
      /does not let the user into that database/,
    ],
    ['DROP SCHEMA public CASCADE', /names no schema that is there/],
    ['ALTER DATABASE :database SET default_transaction_read_only = on', /takes no writes/],
    ['ALTER DATABASE :database SET synchronous_commit = off', /synchronous_commit is off/],
  ])('refuses a database after %s', async (sql, sentence) => {
    const url = await inDatabase(sql);

    await expect(check(url)).rejects.toThrow(sentence);
  });

  it.each([
    [
      'a wrong password',
      (url: URL) => ({ password: 'canary-password', url }),
      /does not accept the user name or password/,
    ],
    [
      'a database that is not there',
      (url: URL) => ({ pathname: '/canary', url }),
      /has no database of that name/,
    ],
    ['a server that is not there', (url: URL) => ({ port: '1', url }), /does not answer/],
    [
      'a server without TLS that should have it',
      (url: URL) => ({ search: '?sslmode=verify-full', url }),
      /does not encrypt/,
    ],
    [
      'a certificate that is not there',
      (url: URL) => ({ search: '?sslmode=verify-full&sslrootcert=/canary', url }),
      /file of certificates cannot be read/,
    ],
  ])('says what to do about %s, without repeating the address', async (_, change, sentence) => {
    const { url, ...changes } = change(new URL(lab.url));
    Object.assign(url, changes);

    const checking = check(url.href);

    await expect(checking).rejects.toThrow(sentence);
    await expect(checking).rejects.toMatchObject({
      message: expect.not.stringMatching(/canary|127\.0\.0\.1/),
      advice: expect.stringMatching(/DATABASE_URL/),
    });
  });

  it('names the variable that was set, where the two differ', async () => {
    const wrong = Object.assign(new URL(lab.url), { port: '1' }).href;

    await expect(check(lab.url, wrong)).rejects.toMatchObject({
      advice: expect.stringContaining('DATABASE_DIRECT_URL'),
    });
    await expect(check(wrong, lab.url)).rejects.toMatchObject({
      advice: expect.stringContaining('DATABASE_URL'),
    });
    await expect(check(wrong)).rejects.toMatchObject({ advice: expect.not.stringContaining('DIRECT') });
  });

  it.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    'says that a certificate is not trusted (%s)',
    (code) => {
      const fault = refusal('DATABASE_URL', Object.assign(new Error('canary'), { code }));

      expect(fault).toMatchObject({ message: expect.stringMatching(/certificate that is not trusted/) });
    },
  );
});

describe('checkGivenServer, on a server that is set up badly', () => {
  let engine: Engine;
  let dataDir = '';

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'restante-given-'));
    await chmod(folder, 0o755);
    dataDir = join(folder, 'data');
    const settings = {
      fsync: 'off',
      full_page_writes: 'off',
      log_error_verbosity: 'default',
      log_statement: 'all',
      log_checkpoints: 'on',
    };
    engine = await startEngine({ dataDir, settings });
  });
  afterAll(async () => {
    await engine.stop();
    await removeEngine(dataDir);
    await rm(join(dataDir, '..'), { recursive: true, force: true });
  });

  it('refuses one that can lose what it acknowledged, and warns of one whose log shows rows', async () => {
    const warnings: string[] = [];

    const checking = checkGivenServer({
      url: engine.url,
      directUrl: engine.url,
      poolSize: 10,
      warn: (sentence) => warnings.push(sentence),
    });

    await expect(checking).rejects.toThrow(
      /fsync is off, so it can lose reports[\s\S]*full_page_writes is off/,
    );
    expect(warnings).toEqual([
      expect.stringMatching(/^The setting log_error_verbosity of .* is default; terse keeps/),
      expect.stringMatching(/^The setting log_statement of .* is all; none keeps/),
      expect.stringMatching(/^The setting log_checkpoints of .* is on; off keeps/),
    ]);
  });
});

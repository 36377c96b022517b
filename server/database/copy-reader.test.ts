import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { CopyReader } from './copy-reader.ts';
import { openDataSource } from './data-source.ts';
import { isDatabaseUnavailable } from './database-unavailable.ts';

describe('CopyReader', () => {
  const lab = useTestDatabase();
  const openProxy = useDatabaseProxies();

  async function read(...[select, values]: Parameters<CopyReader['read']>) {
    const reader = await CopyReader.open(lab.dataSource);
    try {
      return await reader.read(select, values);
    } finally {
      await reader.close();
    }
  }

  it('reads bytes as they are stored, text as UTF-8, and what is missing as null', async () => {
    const rows = await read(`SELECT '\\x00ff80'::bytea, 'Tŷ'::text, NULL::bytea, ''::text`, []);

    expect(rows).toHaveLength(1);
    expect(rows[0]?.bytes(0)).toEqual(Buffer.of(0, 0xff, 0x80));
    expect(rows[0]?.text(1)).toBe('Tŷ');
    expect([rows[0]?.bytesOrNull(2), rows[0]?.textOrNull(2)]).toEqual([null, null]);
    expect([rows[0]?.bytes(3), rows[0]?.text(3)]).toEqual([Buffer.alloc(0), '']);
  });

  it('gives nothing out where a value is missing that has to be there', async () => {
    const rows = await read('SELECT NULL::bytea', []);

    expect(() => rows[0]?.bytes(0)).toThrow(RangeError);
    expect(() => rows[0]?.text(0)).toThrow(RangeError);
    expect(() => rows[0]?.text(1)).toThrow(RangeError);
  });

  it('takes values for nothing but values', async () => {
    const hostile = `'; DROP TABLE deployment; -- \\' $1 $2`;

    const rows = await read('SELECT $1::text, $2::text, $1::text', [hostile, "''"]);

    expect([0, 1, 2].map((column) => rows[0]?.text(column))).toEqual([hostile, "''", hostile]);
  });

  it('reads more than comes in one piece, and no row over another', async () => {
    const bytes = Array.from({ length: 300 }, (_, row) => randomBytes(row * 40));

    const rows = await read(`SELECT unnest($1::bytea[])`, [
      `{${bytes.map((each) => `"\\\\x${each.toString('hex')}"`)}}`,
    ]);

    expect(rows.map((row) => row.bytes(0).toString('hex'))).toEqual(
      bytes.map((each) => each.toString('hex')),
    );
  });

  it('answers each of several statements that were sent at once with its own rows', async () => {
    const reader = await CopyReader.open(lab.dataSource);

    const read = await Promise.allSettled([
      reader.read('SELECT $1::text', ['one']),
      reader.read('SELECT nothing', []),
      reader.read('SELECT $1::text WHERE false', ['two']),
      reader.read('SELECT $1::text', ['three']),
    ]);
    await reader.close();

    const told = read.map((each) =>
      each.status === 'fulfilled' ? { ...each, value: each.value.map((row) => row.text(0)) } : each,
    );
    expect(told).toEqual([
      { status: 'fulfilled', value: ['one'] },
      { status: 'rejected', reason: expect.objectContaining({ code: '42703' }) },
      { status: 'fulfilled', value: [] },
      { status: 'fulfilled', value: ['three'] },
    ]);
  });

  it('says that the database is away where the connection breaks in the middle, and gives back the place of that', async () => {
    const proxy = await openProxy(lab.url);
    const dataSource = await openDataSource({ url: proxy.url, poolSize: 1, entities: [] });
    try {
      const reader = await CopyReader.open(dataSource);
      const broke = proxy.breakAt(/^COPY/, 'after');

      const reading = [reader.read('SELECT $1::text', ['one']), reader.read('SELECT $1::text', ['two'])];
      const read = await Promise.allSettled(reading);
      await broke;
      await reader.close();

      expect(read.map((each) => each.status === 'rejected' && isDatabaseUnavailable(each.reason))).toEqual([
        true,
        true,
      ]);
      expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      await dataSource.destroy();
    }
  });

  it('gives its connection back once what it asked for has come', async () => {
    const readers = Array.from({ length: 30 }, async () => {
      const reader = await CopyReader.open(lab.dataSource);
      const unread = reader.read('SELECT $1::text', ['left behind']);
      await reader.close();
      return unread;
    });

    expect(await Promise.all(readers)).toHaveLength(30);
  });

  it('asks for nothing more over a connection that it gives back', async () => {
    const reader = await CopyReader.open(lab.dataSource);
    const first = reader.read('SELECT $1::text', ['first']);
    const second = first.then(() => reader.read('SELECT $1::text', ['second']));

    const [, told] = await Promise.allSettled([reader.close(), second]);

    expect(told).toMatchObject({ status: 'rejected', reason: { message: 'The reader is closed' } });
    expect(await first).toHaveLength(1);
  });
});

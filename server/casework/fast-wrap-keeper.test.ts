import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CaseWrapService } from '../access/case-wrap.service.ts';
import { eventually } from '../testing/eventually.ts';
import { storeManyCases } from '../testing/many-cases.ts';
import { useTestServer } from '../testing/test-server.ts';
import { FastWrapKeeper } from './fast-wrap-keeper.ts';

describe('FastWrapKeeper', () => {
  const lab = useTestServer();

  /** Somebody who holds the keys of so many cases, and a wrap for each. */
  async function holder(cases: number) {
    await lab.seed.firstAdministrator();
    const ids = await storeManyCases(lab.dataSource, cases, () => ({
      words: 'words',
      messages: [],
      notes: [],
    }));
    const [row] = await lab.dataSource.query<{ id: string }[]>('SELECT id FROM caseworker');
    const held = await lab.dataSource.query<{ caseId: string; boxes: Buffer }[]>(
      'SELECT case_id AS "caseId", case_key_wrap AS boxes FROM case_wrap WHERE case_id = ANY($1)',
      [ids],
    );
    return { caseworkerId: row?.id ?? '', wraps: held.map((wrap) => ({ ...wrap, bytes: randomBytes(73) })) };
  }

  const keeper = () => new FastWrapKeeper(lab.dataSource, new CaseWrapService());
  const kept = () =>
    lab.dataSource.query<{ caseId: string; bytes: Buffer }[]>(
      'SELECT case_id AS "caseId", fast_wrap AS bytes FROM case_wrap WHERE fast_wrap IS NOT NULL',
    );
  const boxes = randomBytes(81);
  const row = (id: string, of: Buffer) => ({ id, case_key_wrap: of, fast_wrap: null });

  it('writes all that it took, each to its case', async () => {
    const { caseworkerId, wraps } = await holder(600);
    const keeping = keeper();

    keeping.take(caseworkerId, wraps);
    keeping.write();
    await eventually(async () => (await kept()).length === 600);

    const stored = new Map((await kept()).map(({ caseId, bytes }) => [caseId, bytes]));
    expect(wraps.every(({ caseId, bytes }) => stored.get(caseId)?.equals(bytes))).toBe(true);
    await keeping.close();
  });

  it('gives what is on its way to a row that has none, to nobody else, and not once another key has come', async () => {
    const caseId = randomUUID();
    const bytes = randomBytes(73);
    const keeping = keeper();
    keeping.take('morgan', [{ caseId, bytes, boxes }]);

    expect(keeping.completed('morgan', row(caseId, boxes)).fast_wrap).toBe(bytes);
    expect(keeping.completed('noor', row(caseId, boxes)).fast_wrap).toBeNull();
    expect(keeping.completed('morgan', row(randomUUID(), boxes)).fast_wrap).toBeNull();
    expect(keeping.completed('morgan', row(caseId, Buffer.concat([boxes, boxes]))).fast_wrap).toBeNull();
    await keeping.close();
  });

  it('writes nothing where another key has come', async () => {
    const { caseworkerId, wraps } = await holder(2);
    const [changed, same] = wraps.map(({ caseId }) => caseId);
    await lab.dataSource.query(
      'UPDATE case_wrap SET case_key_wrap = case_key_wrap || case_key_wrap WHERE case_id = $1',
      [changed],
    );
    const keeping = keeper();

    keeping.take(caseworkerId, wraps);
    keeping.write();
    await eventually(async () => (await kept()).length > 0);
    await keeping.close();

    expect((await kept()).map(({ caseId }) => caseId)).toEqual([same]);
  });

  it('writes nothing where somebody else writes, and waits for nobody', async () => {
    const { caseworkerId, wraps } = await holder(2);
    const [held, free] = wraps.map(({ caseId }) => caseId);
    const keeping = keeper();
    await lab.dataSource.transaction(async (other) => {
      await other.query('SELECT FROM case_wrap WHERE case_id = $1 FOR SHARE', [held]);

      keeping.take(caseworkerId, wraps);
      keeping.write();
      await eventually(async () => (await kept()).length > 0);
    });
    await keeping.close();

    expect((await kept()).map(({ caseId }) => caseId)).toEqual([free]);
  });

  it('writes by itself where a search was left in the middle', async () => {
    const { caseworkerId, wraps } = await holder(2);
    const keeping = keeper();

    keeping.take(caseworkerId, wraps);

    await eventually(async () => (await kept()).length === 2);
    await keeping.close();
  });

  it('forgets what could not be written', async () => {
    const keeping = keeper();
    const caseId = randomUUID();
    keeping.take('no id of anybody', [{ caseId, bytes: randomBytes(73), boxes }]);

    keeping.write();

    await eventually(() => keeping.completed('no id of anybody', row(caseId, boxes)).fast_wrap === null);
    await keeping.close();
  });
});

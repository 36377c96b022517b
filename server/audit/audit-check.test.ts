import { describe, expect, it } from '@jest/globals';
import { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { inTransaction } from '../database/transaction.ts';
import { systemClock } from '../shared/clock.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { AuditService } from './audit.service.ts';
import { AuditAct } from './audit-act.type.ts';
import { AuditCheckService } from './audit-check.service.ts';
import { chainEnd } from './audit-end.ts';

describe('the audit log', () => {
  const database = useTestDatabase();
  const secrets = DeploymentSecrets.fromMaster(Buffer.alloc(32, 7));
  const audit = new AuditService(secrets, systemClock);
  const write = (object: string) =>
    inTransaction(database.dataSource, async (manager) =>
      audit.record(manager, 'operator', AuditAct.TEMPLATE_SAVED, { object }, { b: 2, a: ['x'] }),
    );
  const check = (noted: Buffer | null = null) =>
    new AuditCheckService(database.dataSource, secrets).check(noted);
  const headNow = async () => (await chainEnd(database.dataSource.manager)).hash;

  async function written(count: number): Promise<void> {
    for (let turn = 1; turn <= count; turn += 1) await write(`template ${turn}`);
  }

  it('is whole when nobody touched it, and when nothing was ever written', async () => {
    const none = await check();
    await written(3);

    expect(none).toEqual({ entries: 0, fault: null, position: null });
    expect(await check()).toEqual({ entries: 3, fault: null, position: null });
    expect(await check(await headNow())).toMatchObject({ fault: null });
  });

  it.each([
    ['CHANGED', 'an entry with other words', "UPDATE audit_entry SET object = 'other' WHERE position = 3", 3],
    [
      'CHANGED',
      'an entry at another time',
      "UPDATE audit_entry SET done_at = done_at - interval '1 ms' WHERE position = 3",
      3,
    ],
    [
      'CHANGED',
      'an entry by another person',
      "UPDATE audit_entry SET actor = 'SERVICE' WHERE position = 1",
      1,
    ],
    [
      'CHANGED',
      'another hash before',
      "UPDATE audit_entry SET previous_hash = '\\x00' WHERE position = 2",
      2,
    ],
    ['MISSING', 'a removed entry', 'DELETE FROM audit_entry WHERE position = 3', 3],
    ['MISSING', 'a removed beginning', 'DELETE FROM audit_entry WHERE position < 3', 1],
    [
      'MOVED',
      'two entries in another order',
      `UPDATE audit_entry SET position = position + 100 WHERE position IN (2, 4);
       UPDATE audit_entry SET position = 106 - position WHERE position > 100`,
      2,
    ],
    ['CUT', 'a removed last entry', 'DELETE FROM audit_entry WHERE position = 5', 5],
    ['CUT', 'all of it gone', 'DELETE FROM audit_entry', 1],
    ['CUT', 'another end', "UPDATE audit_head SET hash = '\\x00'", 6],
    ['ADDED', 'an end put back', 'UPDATE audit_head SET position = 4', 5],
  ])('finds %s: %s', async (fault, _, tampering, position) => {
    await written(5);

    for (const statement of tampering.split(';')) await database.dataSource.query(statement);

    expect(await check()).toMatchObject({ fault, position });
  });

  it('finds a log that was cut off together with its end by the hash that was noted, and only by it', async () => {
    await written(5);
    const noted = await headNow();

    await database.dataSource.query('DELETE FROM audit_entry WHERE position = 5');
    await database.dataSource.query(
      'UPDATE audit_head SET position = 4, hash = (SELECT hash FROM audit_entry WHERE position = 4)',
    );

    expect(await check()).toMatchObject({ fault: null });
    expect(await check(noted)).toEqual({ entries: 4, fault: 'CUT', position: 5 });
  });

  it('is not to be continued without the master secret', async () => {
    await written(2);
    const other = new AuditService(DeploymentSecrets.fromMaster(Buffer.alloc(32, 8)), systemClock);

    await inTransaction(database.dataSource, async (manager) =>
      other.record(manager, 'operator', AuditAct.EXPORTED),
    );

    expect(await check()).toMatchObject({ fault: 'CHANGED', position: 3 });
  });

  it('chains what many transactions write at once, without a gap and without a deadlock', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, turn) => write(`template ${turn}`)));

    expect(await check()).toEqual({ entries: 60, fault: null, position: null });
  });

  it('holds nothing of a transaction that was rolled back', async () => {
    await written(1);

    await inTransaction(database.dataSource, async (manager) => {
      audit.record(manager, 'operator', AuditAct.EXPORTED);
      throw new RangeError('rolled back');
    }).catch(() => undefined);
    await written(1);

    expect(await check()).toEqual({ entries: 2, fault: null, position: null });
  });

  it('takes no act outside a transaction that it could commit with', () => {
    expect(() => audit.record(database.dataSource.manager, 'operator', AuditAct.EXPORTED)).toThrow(TypeError);
  });
});

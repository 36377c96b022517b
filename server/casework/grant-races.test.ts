import { describe, expect, it } from '@jest/globals';
import { inTransaction } from '../database/transaction.ts';
import { DISABLE } from '../testing/account-operations.ts';
import { idOf, keyed } from '../testing/case-story.ts';
import { CHANGE_STATUS, GRANT, GRANT_MANY, KEEP_OUT } from '../testing/casework-operations.ts';
import { useDatabaseProxies } from '../testing/database-proxy.ts';
import { grantsOf } from '../testing/grants.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { CASE } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('a grant among other acts', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();
  const { holderOf, grantAll, heldBy, countOf } = grantsOf(lab);

  /** The same person at a server whose way to the database a test can hold and break. */
  async function elsewhere(person: GraphQLClient) {
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url, directUrl: lab.databaseUrl });
    const client = server.stranger();
    for (const [name, value] of person.cookies) client.cookies.set(name, value);
    return { database, client };
  }

  it('grants each case once where it is asked for twice at once', async () => {
    const { morgan, caseIds, to } = await holderOf(60);

    const outcomes = await Promise.all([grantAll(morgan, to), grantAll(morgan, to), grantAll(morgan, to)]);

    expect(outcomes.map(({ granted }) => granted).sort()).toEqual([0, 0, 60]);
    expect(await heldBy(to)).toEqual([...caseIds].sort());
    expect(await countOf('case_act', "kind = 'GRANTED'")).toBe(60);
  });

  it('never lets in whoever is kept out at the same time', async () => {
    const { morgan, noor, caseIds, to } = await holderOf(8);

    const outcomes = await Promise.all(
      caseIds.flatMap((caseId) => [
        morgan.outcome(GRANT, { input: { caseId, caseworkerId: to } }),
        morgan.outcome(KEEP_OUT, keyed({ caseId, caseworkerId: to })),
      ]),
    );
    const late = await grantAll(morgan, to);

    for (const { __typename } of outcomes) {
      expect(['CaseGranted', 'CannotHoldCase', 'KeptOutOfCase', 'NobodyElseCanOpen']).toContain(__typename);
    }
    const keptOut = outcomes.filter(({ __typename }) => __typename === 'KeptOutOfCase');
    expect(keptOut).toHaveLength(8);
    expect(await heldBy(to)).toEqual([]);
    expect(late).toMatchObject({ granted: 0, left: 0, notGrantedCount: 8 });
    expect(await lab.seed.caseIds(noor)).toEqual([]);
  });

  it('grants whole or not at all a case that is closed at the same time', async () => {
    const morgan = await lab.seed.firstAdministrator();
    for (const words of ['one', 'two', 'three', 'four']) await lab.seed.reportWithoutMessaging(words);
    const noor = await lab.seed.colleague();
    const caseworkerId = await idOf(noor);
    const caseIds = await lab.seed.caseIds(morgan);

    const [granted, ...closed] = await Promise.all([
      morgan.outcome(GRANT_MANY, { input: { caseworkerId } }),
      ...caseIds.map((caseId) =>
        morgan.outcome(CHANGE_STATUS, keyed({ caseId, to: 'CLOSED', reason: 'settled' })),
      ),
    ]);

    expect(closed.map(({ __typename }) => __typename)).toEqual(caseIds.map(() => 'CaseStatusChanged'));
    const open = await lab.seed.caseIds(noor);
    expect(granted).toMatchObject({ __typename: 'CasesGranted', granted: open.length, left: 0 });
    expect(await countOf('case_act', "kind = 'GRANTED'")).toBe(open.length);
    for (const id of open) expect(await noor.data(CASE, { id })).toHaveProperty('case.answers');
  });

  it('ends where the colleague is switched off in the middle, and leaves them no key', async () => {
    const { morgan, to } = await holderOf(130);
    const first = await grantAll(morgan, to);

    const [, off] = await Promise.all([grantAll(morgan, to), morgan.outcome(DISABLE, { id: to })]);
    const next = await grantAll(morgan, to);

    expect(first).toMatchObject({ granted: 100, left: 30 });
    expect(off.__typename).toBe('PersonChanged');
    expect(next.__typename).toBe('CannotHoldCase');
    expect(await heldBy(to)).toEqual([]);
  });

  it('lets nobody in to a case that they are being kept out of while it is granted', async () => {
    const { morgan, caseIds, to } = await holderOf(3);
    const { database, client } = await elsewhere(morgan);
    const held = database.holdAt(/^INSERT INTO case_wrap/);

    const granting = grantAll(client, to);
    const release = await held;
    const keeping = caseIds.map((caseId) => morgan.outcome(KEEP_OUT, keyed({ caseId, caseworkerId: to })));
    release();
    const outcomes = await Promise.all([granting, ...keeping]);

    expect(outcomes.map(({ __typename }) => __typename)).toEqual([
      'CasesGranted',
      'KeptOutOfCase',
      'KeptOutOfCase',
      'KeptOutOfCase',
    ]);
    expect(await heldBy(to)).toEqual([]);
    // What is written from now on is sealed under a key that was never granted.
    const rows = await lab.dataSource.query<{ boxes: number }[]>(
      'SELECT octet_length(case_key_wrap) / 81 AS boxes FROM case_wrap',
    );
    expect(rows).toEqual(caseIds.map(() => ({ boxes: 2 })));
  });

  it.each([
    ['before it is read', /^SELECT w\.case_id AS id/],
    ['before its new key is stored', /^INSERT INTO case_wrap/],
    ['before it is written down', /^INSERT INTO case_act/],
  ])('grants the others where a case is deleted %s', async (_, statement) => {
    const { morgan, caseIds, to } = await holderOf(3);
    const { database, client } = await elsewhere(morgan);
    const held = database.holdAt(statement);

    const granting = grantAll(client, to);
    const release = await held;
    const deleting = inTransaction(lab.dataSource, (manager) =>
      manager.query('DELETE FROM case_file WHERE id = $1', [caseIds[0]]),
    );
    await lab.dataSource.query('SELECT 1');
    release();
    const [granted] = await Promise.all([granting, deleting]);

    expect(granted).toMatchObject({ __typename: 'CasesGranted', left: 0 });
    expect(await heldBy(to)).toEqual(caseIds.slice(1).sort());
  });

  it.each([
    ['before it stored a key', /^INSERT INTO case_wrap/, 'before', 0],
    ['before it was written down', /^INSERT INTO case_act/, 'after', 0],
    ['before its end', /^COMMIT/, 'before', 0],
    ['after its end, so that only the answer is lost', /^COMMIT/, 'after', 100],
  ] as const)('loses nothing where the database goes away %s', async (_, statement, point, stored) => {
    const { morgan, caseIds, to } = await holderOf(130);
    const { database, client } = await elsewhere(morgan);
    const broke = database.breakAt(statement, point);

    const interrupted = await grantAll(client, to);
    await broke;
    const between = await heldBy(to);
    const steps = [await grantAll(client, to), await grantAll(client, to)];

    expect(interrupted.__typename).toBe('ServiceBusy');
    expect(between).toHaveLength(stored);
    expect(steps.at(-1)).toMatchObject({ left: 0, notGrantedCount: 0 });
    expect(await heldBy(to)).toEqual([...caseIds].sort());
    expect(await countOf('case_act', "kind = 'GRANTED'")).toBe(130);
    expect(await countOf('audit_entry', "act = 'KEY_GRANTED'")).toBe(130);
  });
});

import { describe, expect, it } from '@jest/globals';
import { CaseWrapService } from '../access/case-wrap.service.ts';
import { newKeyPair } from '../crypto/key-wrapping.ts';
import { eventually } from '../testing/eventually.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { storeManyCases } from '../testing/many-cases.ts';
import { INBOX_CHANGED } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';
import type { Caseworker } from '../viewer.ts';
import { FastWrapMaker } from './fast-wrap-maker.ts';

const SEARCH = `query($after: String) {
  searchCases(text: "needle", after: $after, first: 100) { hits { case { id } } endCursor } }`;

interface Stretch {
  readonly searchCases: { readonly hits: readonly unknown[]; readonly endCursor: string | null };
}

describe('FastWrapMaker', () => {
  const lab = useTestServer();

  const hay = (cases: number) =>
    storeManyCases(lab.dataSource, cases, (number) => ({
      words: number % 100 === 0 ? 'a needle' : 'hay',
      messages: [],
      notes: [],
    }));
  const made = async () =>
    (
      await lab.dataSource.query<{ case_id: string }[]>(
        'SELECT case_id FROM case_wrap WHERE fast_wrap IS NOT NULL',
      )
    )
      .map((row) => row.case_id)
      .sort();
  const allMade = (count: number) => eventually(async () => (await made()).length === count);
  /** Looks through all stretches, however many there are. */
  const found = async (by: GraphQLClient): Promise<number> => {
    let hits = 0;
    for (let after: string | null = null; ; ) {
      const { searchCases }: Stretch = await by.data<Stretch>(SEARCH, { after });
      hits += searchCases.hits.length;
      if (searchCases.endCursor === null) return hits;
      after = searchCases.endCursor;
    }
  };

  it('makes a fast wrap of every case while an inbox is open, with which a search finds the same', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await hay(450);
    const before = await made();

    await morgan.follow(INBOX_CHANGED);
    await allMade(450);

    expect(before).toEqual([]);
    expect(await found(morgan)).toBe(5);
  });

  it('makes them for whoever has the inbox open, of the cases they hold', async () => {
    await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    await lab.seed.reportWithoutMessaging('a needle');
    const [id] = await lab.seed.caseIds(noor);

    await noor.follow(INBOX_CHANGED);
    await allMade(1);

    const rows = await lab.dataSource.query<unknown[]>(
      'SELECT case_id, caseworker_id, fast_wrap IS NOT NULL AS fast FROM case_wrap ORDER BY fast',
    );
    expect(rows).toHaveLength(2);
    expect(await made()).toEqual([id]);
  });

  it('goes past a case whose boxes do not open', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const ids = (await hay(3)).sort();
    await lab.dataSource.query("UPDATE case_wrap SET case_key_wrap = '\\x00' WHERE case_id = $1", [ids[0]]);

    await morgan.follow(INBOX_CHANGED);
    await allMade(2);

    expect(await made()).toEqual(ids.slice(1));
  });

  /** Somebody signed in who holds the keys of so many cases. */
  async function holderOf(cases: number): Promise<Caseworker> {
    await lab.seed.firstAdministrator();
    const keys = newKeyPair();
    const [row] = await lab.dataSource.query<{ id: string }[]>(
      'WITH own AS (UPDATE caseworker SET public_key = $1 RETURNING id) SELECT id FROM own',
      [keys.publicKey],
    );
    await hay(cases);
    return {
      kind: 'caseworker',
      sessionHash: Buffer.alloc(32),
      endsAt: new Date(8.64e15),
      caseworkerId: row?.id ?? '',
      roles: [],
      ...keys,
    };
  }

  it('stops with the inbox, and goes on where another one of the same person is open', async () => {
    const morgan = await holderOf(450);
    const maker = new FastWrapMaker(lab.dataSource, new CaseWrapService());
    const [one, other] = [new AbortController(), new AbortController()];

    const work = maker.begin(morgan, one.signal);
    await eventually(async () => (await made()).length > 0);
    one.abort();
    await work;
    const count = (await made()).length;
    const first = new AbortController();
    const stopped = maker.begin(morgan, first.signal);
    const goesOn = maker.begin(morgan, other.signal);
    first.abort();
    await stopped;
    await allMade(450);
    other.abort();
    await goesOn;

    expect(count).toBeLessThan(450);
    await maker.close();
  });

  it('stops for everybody when the program closes, and begins for nobody', async () => {
    const morgan = await holderOf(450);
    const maker = new FastWrapMaker(lab.dataSource, new CaseWrapService());
    const work = maker.begin(morgan, new AbortController().signal);
    await eventually(async () => (await made()).length > 0);

    await maker.close();
    await work;
    const count = (await made()).length;
    await maker.begin(morgan, new AbortController().signal);

    expect(count).toBeLessThan(450);
    expect(await made()).toHaveLength(count);
  });
});

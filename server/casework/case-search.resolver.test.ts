import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CaseStory, keyed } from '../testing/case-story.ts';
import { ADD_NOTE, SEARCH } from '../testing/casework-operations.ts';
import { eventually } from '../testing/eventually.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { storeManyCases } from '../testing/many-cases.ts';
import { REPLY, SUBMIT } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

interface Stretch {
  readonly searchCases: {
    scanned: number;
    total: number;
    endCursor: string | null;
    hits: { foundIn: string[]; case: { id: string; number: string } }[];
  };
}

async function search(by: GraphQLClient, text: string, first = 25): Promise<Stretch['searchCases'][]> {
  const stretches: Stretch['searchCases'][] = [];
  for (let after: string | null = null; ; ) {
    const { searchCases }: Stretch = await by.data<Stretch>(SEARCH, { text, first, after });
    stretches.push(searchCases);
    after = searchCases.endCursor;
    if (after === null) return stretches;
  }
}

async function places(by: GraphQLClient, text: string): Promise<string[][]> {
  return (await search(by, text)).flatMap(({ hits }) => hits.map(({ foundIn }) => [...foundIn].sort()));
}

describe('searchCases', () => {
  const lab = useTestServer();

  it('finds words wherever they stand, in any case and without accents', async () => {
    const story = await CaseStory.begin(lab, 'It happened in the CAFÉ');
    await lab.seed.message((await lab.seed.reporter(story.code)).client, 'behind the Türe');
    await story.morgan.outcome(REPLY, keyed({ caseId: story.caseId, text: 'which door' }));
    await story.noor.outcome(ADD_NOTE, keyed({ caseId: story.caseId, text: 'ask Łukasz' }));
    const { number } = await story.record();

    const found = await Promise.all(
      [
        'cafe',
        'ＣＡＦＥ',
        'ture',
        'door',
        'ask',
        'bullying',
        number.toLowerCase(),
        number.replace('-', ''),
      ].map((text) => places(story.morgan, text)),
    );

    expect(found).toEqual([
      [['ANSWERS']],
      [['ANSWERS']],
      [['MESSAGES']],
      [['MESSAGES']],
      [['NOTES']],
      [['ANSWERS']],
      [['NUMBER']],
      [['NUMBER']],
    ]);
  });

  it('wants all words, wherever in the case each stands', async () => {
    const story = await CaseStory.begin(lab, 'in the library');
    await story.morgan.outcome(ADD_NOTE, keyed({ caseId: story.caseId, text: 'check the rota' }));
    await lab.seed.reportWithoutMessaging('also in the library');

    expect(await places(story.morgan, '  rota LIBRARY ')).toEqual([['ANSWERS', 'NOTES']]);
    expect(await places(story.morgan, 'library')).toEqual([['ANSWERS'], ['ANSWERS']]);
    expect(await places(story.morgan, 'library window')).toEqual([]);
    expect(await places(story.morgan, ' ')).toEqual([]);
  });

  it('finds who reports on the route with contact details', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const input = await lab.seed.reportInput('words');
    const contactDetails = { name: 'Robin Doe', email: 'robin@example.org' };
    await lab.anyone().outcome(SUBMIT, { input: { ...input, contactDetails } });

    expect(await places(morgan, 'robin doe')).toEqual([['CONTACT_DETAILS']]);
  });

  it('looks through each case once, however small the stretches, and says how far it is', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await storeManyCases(lab.dataSource, 450, (number) => ({
      words: number % 3 === 0 ? 'a needle' : 'hay',
      messages: [],
      notes: [],
    }));

    const stretches = await search(morgan, 'needle', 40);

    const ids = stretches.flatMap(({ hits }) => hits.map((hit) => hit.case.id));
    expect(ids).toHaveLength(150);
    expect(new Set(ids).size).toBe(150);
    const scanned = stretches.map((stretch) => stretch.scanned);
    expect(scanned).toEqual([...scanned].sort((one, other) => one - other));
    expect(stretches.at(-1)).toMatchObject({ scanned: 450, total: 450 });
  });

  const wraps = () =>
    lab.dataSource.query<{ slow: number; fast: number }[]>(
      'SELECT count(*) FILTER (WHERE fast_wrap IS NULL) AS slow, count(fast_wrap) AS fast FROM case_wrap',
    );
  const fastWraps = (count: number) => eventually(async () => (await wraps())[0]?.fast === count);

  it('finds the same the second time, when keys are opened the fast way', async () => {
    const story = await CaseStory.begin(lab, 'in the library');
    const before = await wraps();

    const found = [await places(story.morgan, 'library'), await places(story.morgan, 'library')];
    await fastWraps(1);
    found.push(await places(story.morgan, 'library'));

    expect(found).toEqual([[['ANSWERS']], [['ANSWERS']], [['ANSWERS']]]);
    expect([before, await wraps()]).toEqual([[{ slow: 2, fast: 0 }], [{ slow: 1, fast: 1 }]]);
    expect((await story.record()).category).toEqual(['Bullying']);
  });

  it('goes on past a case whose bytes were changed, and opens the boxes beside a fast wrap of another case', async () => {
    const morgan = await lab.seed.firstAdministrator();
    for (const words of ['one needle', 'two needle', 'three needle'])
      await lab.seed.reportWithoutMessaging(words);
    await search(morgan, 'needle');
    await fastWraps(3);
    const [first, second, third] = await lab.seed.caseIds(morgan);
    await lab.dataSource.query('UPDATE case_file SET sealed_answers = sealed_answers || $2 WHERE id = $1', [
      first,
      Buffer.of(0),
    ]);
    await lab.dataSource.query(
      'UPDATE case_wrap SET fast_wrap = (SELECT fast_wrap FROM case_wrap WHERE case_id = $1) WHERE case_id = $2',
      [first, second],
    );

    const found = (await search(morgan, 'needle')).flatMap(({ hits }) => hits.map((hit) => hit.case.id));

    expect(found.sort()).toEqual([second, third].sort());
  });

  it('opens a case again whose boxes were changed and came back', async () => {
    const morgan = await lab.seed.firstAdministrator();
    for (const words of ['one needle', 'two needle']) await lab.seed.reportWithoutMessaging(words);
    const [first, second] = await lab.seed.caseIds(morgan);
    const boxesOf = async (id: string | undefined) =>
      (
        await lab.dataSource.query<{ boxes: Buffer }[]>(
          'SELECT case_key_wrap AS boxes FROM case_wrap WHERE case_id = $1',
          [id],
        )
      )[0]?.boxes;
    const setBoxes = (boxes: Buffer | undefined) =>
      lab.dataSource.query('UPDATE case_wrap SET case_key_wrap = $1 WHERE case_id = $2', [boxes, second]);
    const own = await boxesOf(second);

    await setBoxes(await boxesOf(first));
    const moved = await places(morgan, 'needle');
    await fastWraps(2);
    await setBoxes(own);

    expect(moved).toEqual([['ANSWERS']]);
    expect(await places(morgan, 'needle')).toEqual([['ANSWERS'], ['ANSWERS']]);
  });

  it.each([1, 2])(
    'finds all of many cases with keys that were never opened, %i searches at once',
    async (atOnce) => {
      const morgan = await lab.seed.firstAdministrator();
      await storeManyCases(lab.dataSource, 900, (number) => ({
        words: number % 100 === 0 ? 'a needle' : 'hay',
        messages: number % 100 === 1 ? ['a needle'] : [],
        notes: number % 100 === 2 ? ['a needle'] : [],
      }));

      const found = await Promise.all(Array.from({ length: atOnce }, () => places(morgan, 'needle')));

      for (const each of found) {
        expect(each.flat().sort()).toEqual(
          ['ANSWERS', 'MESSAGES', 'NOTES'].flatMap((place) => Array(9).fill(place)),
        );
      }
      await fastWraps(900);
      expect((await places(morgan, 'needle')).length).toBe(27);
    },
  );

  it('ends with the session in the middle of it', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await storeManyCases(lab.dataSource, 3, () => ({ words: 'a needle', messages: [], notes: [] }));
    const { searchCases } = await morgan.data<Stretch>(SEARCH, { text: 'needle', first: 1 });

    await lab.dataSource.query('DELETE FROM staff_session');

    const after = searchCases.endCursor;
    expect(after).not.toBeNull();
    expect(await morgan.errorCodes(SEARCH, { text: 'needle', first: 1, after })).toEqual(['UNAUTHENTICATED']);
  });

  it('finds nothing in cases of others', async () => {
    await lab.seed.firstAdministrator();
    await lab.seed.report('a needle');
    const stranger = await lab.seed.colleague();

    expect(await search(stranger, 'needle')).toEqual([{ scanned: 0, total: 0, endCursor: null, hits: [] }]);
  });

  it.each<[string, object]>([
    ['a cursor that is none', { text: 'x', after: 'AAAA' }],
    ['a text past every bound', { text: 'x'.repeat(201) }],
    ['no text', {}],
  ])('refuses %s as BAD_USER_INPUT', async (_, variables) => {
    const morgan = await lab.seed.firstAdministrator();

    expect(await morgan.errorCodes(SEARCH, variables)).toEqual(['BAD_USER_INPUT']);
  });

  it('needs a session', async () => {
    expect(await lab.stranger().errorCodes(SEARCH, { text: randomUUID() })).toEqual(['UNAUTHENTICATED']);
  });
});

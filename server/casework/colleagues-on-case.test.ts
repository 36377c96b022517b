import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CaseStory, idOf, keyed } from '../testing/case-story.ts';
import { COLLEAGUES, KEEP_OUT, ON_CASE } from '../testing/casework-operations.ts';
import { eventually } from '../testing/eventually.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { CASE, MY_REPORT, SEND } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import type { SocketClient } from '../testing/socket-client.ts';
import { useTestServer } from '../testing/test-server.ts';
import { ColleaguesOnCase } from './colleagues-on-case.service.ts';

interface OnCase {
  readonly colleaguesOnCase: { id: string; name: string }[];
}

async function names(socket: SocketClient): Promise<string[]> {
  const { colleaguesOnCase } = await socket.event<OnCase>();
  return colleaguesOnCase.map(({ name }) => name);
}

describe('colleaguesOnCase', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  const open = (by: GraphQLClient, caseId: string) => by.follow(ON_CASE, { caseId });

  it('tells each of two who have a case open of the other, when they come and when they go', async () => {
    const story = await CaseStory.begin(lab);
    const morgan = await open(story.morgan, story.caseId);
    const heard = [await names(morgan)];

    const noor = await open(story.noor, story.caseId);
    heard.push(await names(morgan), await names(noor));
    noor.say({ type: 'complete', id: '1' });
    heard.push(await names(morgan));

    expect(heard).toEqual([[], ['Noor Haddad'], ['Morgan Ellis'], []]);
    expect(await lab.dataSource.query('SELECT FROM colleague_on_case')).toHaveLength(1);
  });

  it('tells a slow socket who is there now, and not all who came and went meanwhile', async () => {
    const story = await CaseStory.begin(lab);
    const staff = await lab.dataSource.query<{ id: string }[]>('SELECT id FROM caseworker ORDER BY name');
    const [morgan = '', noor = ''] = staff.map(({ id }) => id);
    const feed = new ColleaguesOnCase(lab.dataSource, lab.clock, lab.wakeUp);
    const opening = { caseworker: { caseworkerId: morgan }, caseId: story.caseId };
    const [slow, quick] = [0, 1].map(() => feed.follow(opening)[Symbol.asyncIterator]());
    await Promise.all([slow?.next(), quick?.next()]);
    const cameAndWent = [
      `INSERT INTO colleague_on_case SELECT gen_random_uuid(), '${story.caseId}', '${noor}', now() + interval '1 day'`,
      `DELETE FROM colleague_on_case WHERE caseworker_id = '${noor}'`,
    ];

    for (const change of cameAndWent) {
      await lab.dataSource.query(change);
      lab.wakeUp.notify();
      await quick?.next();
    }

    expect(await slow?.next()).toEqual({ done: false, value: [] });
    await feed.close();
  });

  it('misses somebody whose socket is cut', async () => {
    const story = await CaseStory.begin(lab);
    const morgan = await open(story.morgan, story.caseId);
    await names(morgan);
    const noor = await open(story.noor, story.caseId);
    await names(morgan);

    noor.cut();

    expect(await names(morgan)).toEqual([]);
  });

  it('tells of a colleague at another process', async () => {
    const story = await CaseStory.begin(lab);
    const elsewhere = (await openSecond()).stranger();
    for (const [name, value] of story.noor.cookies) elsewhere.cookies.set(name, value);
    const morgan = await open(story.morgan, story.caseId);
    await names(morgan);

    const noor = await open(elsewhere, story.caseId);

    expect([await names(morgan), await names(noor)]).toEqual([['Noor Haddad'], ['Morgan Ellis']]);
  });

  it('misses a process that died once its minute is over', async () => {
    const story = await CaseStory.begin(lab);
    await lab.dataSource.query(
      `INSERT INTO colleague_on_case SELECT gen_random_uuid(), $1, id, $2 FROM caseworker WHERE name LIKE 'Noor%'`,
      [story.caseId, new Date(lab.clock.now().getTime() + 50_000)],
    );
    const morgan = await open(story.morgan, story.caseId);
    const before = await names(morgan);

    lab.clock.advance(51_000);
    lab.wakeUp.notify();

    expect([before, await names(morgan)]).toEqual([['Noor Haddad'], []]);
  });

  it('counts somebody with two windows once, and never tells them of themselves', async () => {
    const story = await CaseStory.begin(lab);
    const first = await open(story.morgan, story.caseId);
    const second = await open(story.morgan, story.caseId);
    const own = [await names(first), await names(second)];
    const noor = await open(story.noor, story.caseId);
    const seen = await names(noor);
    for (const socket of [first, second]) await names(socket);

    first.cut();
    await eventually(
      async () => (await lab.dataSource.query<unknown[]>('SELECT FROM colleague_on_case')).length === 2,
    );

    expect(own).toEqual([[], []]);
    expect(seen).toEqual(['Morgan Ellis']);
    expect((await noor.heardSoFar()).filter(({ type }) => type === 'next')).toEqual([]);
  });

  it('tells nothing across cases, and takes an id in capitals as the same case', async () => {
    const story = await CaseStory.begin(lab);
    await lab.seed.report('another');
    const other = (await lab.seed.caseIds(story.morgan)).find((id) => id !== story.caseId) ?? '';
    const morgan = await open(story.morgan, story.caseId.toUpperCase());
    await names(morgan);
    await names(await open(story.noor, other));

    await open(story.noor, story.caseId);

    expect(await names(morgan)).toEqual(['Noor Haddad']);
    expect(await morgan.heardSoFar()).toEqual([]);
  });

  it('ends at once for a case of others and for none, and lists nobody there', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.report('words');
    const [caseId = ''] = await lab.seed.caseIds(morgan);
    const stranger = await lab.seed.colleague();
    const holder = await open(morgan, caseId);
    await names(holder);

    for (const id of [caseId, randomUUID(), 'x']) await (await open(stranger, id)).hear('complete');

    expect(await holder.heardSoFar()).toEqual([]);
  });

  it('ends for whoever is kept out of the case, and for everybody once it is deleted', async () => {
    const story = await CaseStory.begin(lab);
    const morgan = await open(story.morgan, story.caseId);
    await names(morgan);
    const noor = await open(story.noor, story.caseId);
    const heard = [await names(morgan), await names(noor)];

    await story.morgan.outcome(
      KEEP_OUT,
      keyed({ caseId: story.caseId, caseworkerId: await idOf(story.noor) }),
    );
    await noor.hear('complete');
    heard.push(await names(morgan));
    await lab.dataSource.query('DELETE FROM case_file');
    lab.wakeUp.notify();
    await morgan.hear('complete');

    expect(heard).toEqual([['Noor Haddad'], ['Morgan Ellis'], []]);
    expect(await lab.dataSource.query('SELECT FROM colleague_on_case')).toEqual([]);
  });

  it('never lists a reporter, whatever they do', async () => {
    const story = await CaseStory.begin(lab);
    const morgan = await open(story.morgan, story.caseId);
    await names(morgan);
    const rows = () => lab.dataSource.query('SELECT caseworker_id FROM colleague_on_case');
    const before = await rows();

    const { client } = await lab.seed.reporter(story.code);
    await client.data(MY_REPORT);
    await client.data(SEND, { input: { idempotencyKey: randomUUID(), text: 'words' } });

    expect(await rows()).toEqual(before);
    expect(await morgan.heardSoFar()).toEqual([]);
    expect(JSON.stringify(await story.noor.data(CASE, { id: story.caseId }))).toContain('words');
  });
});

describe('colleagues', () => {
  const lab = useTestServer();

  it('are the active caseworkers, by name', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await lab.seed.colleague();
    await lab.dataSource.query(
      `INSERT INTO caseworker SELECT gen_random_uuid(), n, n, n, roles, active, '', '', '', '', ''
       FROM (VALUES ('Off', '{CASEWORKER}'::text[], false), ('Admin', '{ADMINISTRATOR}', true)) AS t(n, roles, active)`,
    );

    const { colleagues } = await morgan.data<{ colleagues: Record<string, unknown>[] }>(COLLEAGUES);

    expect(colleagues.map((person) => person['name'])).toEqual(['Morgan Ellis', 'Noor Haddad']);
    expect(await lab.stranger().errorCodes(COLLEAGUES)).toEqual(['UNAUTHENTICATED']);
  });
});

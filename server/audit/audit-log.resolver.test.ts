import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CaseStory, idOf, keyed } from '../testing/case-story.ts';
import { ADD_NOTE, HAND_OVER, SAVE_TEMPLATE, SET_LABELS } from '../testing/casework-operations.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { LOG_OUT, MY_REPORT } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

const LOG = `query($first: Int! = 100, $before: Int, $filter: AuditLogFilter) {
  auditLog(first: $first, before: $before, filter: $filter) { next entries {
    position at actor personName act isOnCase caseId caseNumber object details { name value } } } }`;
const HEAD = 'query { auditHead { position hash } auditPeople { name } }';
const CHECK = 'query($noted: String) { checkAuditLog(noted: $noted) { entries fault position } }';

interface Entry {
  readonly position: number;
  readonly act: string | null;
  readonly personName: string | null;
  readonly caseNumber: string | null;
  readonly caseId: string | null;
  readonly details: { name: string; value: string }[];
}

describe('auditLog', () => {
  const lab = useTestServer();

  const page = async (by: GraphQLClient, variables: object = {}) =>
    (await by.data<{ auditLog: { entries: Entry[]; next: number | null } }>(LOG, variables)).auditLog;
  const actsOf = async (by: GraphQLClient, filter?: object) =>
    (await page(by, { filter })).entries.map(({ act }) => act);

  it('holds what staff did on a case, and no word of it', async () => {
    const story = await CaseStory.begin(lab);
    const { caseId, morgan } = story;
    const noor = await idOf(story.noor);
    await lab.seed.reply(story.noor, 'canary reply');
    await morgan.outcome(ADD_NOTE, keyed({ caseId, text: 'canary note' }));
    await morgan.outcome(HAND_OVER, keyed({ caseId, caseworkerId: noor, note: 'canary hand-over' }));
    await morgan.outcome(SET_LABELS, { input: { caseId, add: ['urgent'], remove: [] } });
    await story.move('CLOSED', 'canary reason');

    const { entries } = await page(morgan);

    const { number } = await story.record();
    expect(entries.slice(0, 5)).toMatchObject([
      { act: 'STATUS_CHANGED', personName: 'Morgan Ellis', caseId, caseNumber: number },
      { act: 'LABELLED', details: [{ name: 'label', value: 'Urgent' }] },
      { act: 'HANDED_OVER', details: [{ name: 'assignee', value: 'Noor Haddad' }] },
      { act: 'NOTE_ADDED', details: [] },
      { act: 'REPLIED', personName: 'Noor Haddad', actor: 'PERSON' },
    ]);
    expect(JSON.stringify(await lab.dataSource.query('SELECT * FROM audit_entry'))).not.toContain('canary');
  });

  it('holds joining, signing in, templates and reply times', async () => {
    const morgan = await lab.seed.firstAdministrator();
    await morgan.outcome(SAVE_TEMPLATE, {
      input: { id: randomUUID(), name: 'Thanks', sort: 1, texts: [{ locale: 'en', text: 'Thank you.' }] },
    });

    const { entries } = await page(morgan);

    expect(entries).toMatchObject([
      { position: 3, act: 'TEMPLATE_SAVED', object: 'Thanks', isOnCase: false },
      { position: 2, act: 'SIGNED_IN', personName: 'Morgan Ellis' },
      { position: 1, act: 'JOINED' },
    ]);
  });

  it('holds nothing that a reporter does', async () => {
    const story = await CaseStory.begin(lab);
    await story.move('CLOSED', 'done');
    const before = await page(story.morgan);

    const { client } = await lab.seed.reporter(story.code);
    await client.data(MY_REPORT);
    await lab.seed.message(client, 'which opens the case again');
    await client.data(LOG_OUT);
    await lab.seed.reportWithoutMessaging('words');

    expect(await page(story.morgan)).toEqual(before);
  });

  it('tells nothing of a case to an administrator who holds no key to it', async () => {
    const story = await CaseStory.begin(lab);
    await story.assign(await idOf(story.noor));
    const number = (await story.record()).number;
    await lab.dataSource.query('DELETE FROM case_wrap WHERE caseworker_id = $1', [await idOf(story.morgan)]);

    const { entries } = await page(story.morgan);

    expect(entries[0]).toMatchObject({
      act: 'ASSIGNED',
      isOnCase: true,
      caseId: null,
      caseNumber: null,
      details: [],
    });
    expect(JSON.stringify(entries)).not.toContain(number);
    expect(JSON.stringify(entries)).not.toContain(story.caseId);
  });

  it('tells who may open a case to those who can open it, and otherwise not even by filtering', async () => {
    const story = await CaseStory.begin(lab);
    await story.assign(await idOf(story.noor));
    await lab.dataSource.query("UPDATE audit_entry SET act = 'KEPT_OUT' WHERE act = 'ASSIGNED'");
    const holder = await actsOf(story.morgan, { act: 'KEPT_OUT' });
    await lab.dataSource.query('DELETE FROM case_wrap WHERE caseworker_id = $1', [await idOf(story.morgan)]);

    expect(holder).toEqual(['KEPT_OUT']);
    expect(await actsOf(story.morgan, { act: 'KEPT_OUT' })).toEqual([]);
    expect((await actsOf(story.morgan))[0]).toBeNull();
  });

  it('comes in pages that fit together, and narrows by person, act and day', async () => {
    const story = await CaseStory.begin(lab);
    for (const to of ['OPEN', 'ON_HOLD', 'OPEN']) await story.move(to);
    const all = (await page(story.morgan)).entries;

    const first = await page(story.morgan, { first: 3 });
    const second = await page(story.morgan, { first: 100, before: first.next });

    expect([...first.entries, ...second.entries]).toEqual(all);
    expect(second.next).toBeNull();
    const noor = await idOf(story.noor);
    expect(await actsOf(story.morgan, { personId: noor })).toEqual(['SIGNED_IN', 'JOINED']);
    expect(await actsOf(story.morgan, { act: 'STATUS_CHANGED' })).toHaveLength(3);
    expect(await actsOf(story.morgan, { from: '2000-01-01', to: '2000-12-31' })).toEqual([]);
    expect(await actsOf(story.morgan, { from: '2000-01-01', to: '9999-12-31' })).toHaveLength(all.length);
    expect(await actsOf(story.morgan, { personId: 'x' })).toEqual([]);
  });

  it('is whole, and proves it against what was noted', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const { auditHead, auditPeople } = await morgan.data<{
      auditHead: { position: number; hash: string };
      auditPeople: object[];
    }>(HEAD);

    const check = (noted: string | null) => morgan.outcome(CHECK, { noted });

    expect(auditPeople).toEqual([{ name: 'Morgan Ellis' }]);
    expect(await check(null)).toEqual({ entries: 2, fault: null, position: null });
    expect(await check(auditHead.hash.slice(0, 20).toUpperCase())).toMatchObject({ fault: null });
    expect(await check('0123456789abcdef')).toMatchObject({ fault: 'CUT' });
    expect(await morgan.errorCodes(CHECK, { noted: 'xyz' })).toEqual(['BAD_USER_INPUT']);
    await lab.dataSource.query("UPDATE audit_entry SET caseworker_name = 'Noor' WHERE position = 1");
    expect(await check(null)).toMatchObject({ fault: 'CHANGED', position: 1 });
  });

  it('is for administrators alone', async () => {
    await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();

    for (const operation of [LOG, HEAD, CHECK]) {
      expect(new Set(await noor.errorCodes(operation))).toEqual(new Set(['FORBIDDEN']));
      expect(new Set(await lab.stranger().errorCodes(operation))).toEqual(new Set(['UNAUTHENTICATED']));
    }
  });
});

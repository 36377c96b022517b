import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { REMOVE } from '../testing/account-operations.ts';
import { CaseStory, idOf, keyed } from '../testing/case-story.ts';
import {
  GRANT,
  GRANT_MANY,
  GRANTABLE,
  HOLDERS,
  KEEP_OUT,
  KEPT_OUT_CHOICES,
  KEPT_OUT_LABELS,
  SAVE_KEPT_OUT,
  SEARCH,
  VIEWS,
  WOULD_READ,
} from '../testing/casework-operations.ts';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { CASE, SUBMIT } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('keeping out', () => {
  const lab = useTestServer();

  /** A label that stands for somebody. */
  async function label(administrator: GraphQLClient, caseworkerIds: string[]): Promise<string> {
    const id = randomUUID();
    const texts = [{ locale: 'en', text: 'somebody in personnel' }];
    const saved = await administrator.outcome(SAVE_KEPT_OUT, { input: { id, texts, caseworkerIds } });
    expect(saved.__typename).toBe('KeptOutLabelSaved');
    return id;
  }

  async function expectNoTrace(client: GraphQLClient, caseId: string): Promise<void> {
    expect(await lab.seed.caseIds(client)).toEqual([]);
    expect(await client.data(CASE, { id: caseId })).toEqual({ case: null });
    expect(await client.outcome(SEARCH, { text: 'words' })).toMatchObject({ hits: [], total: 0 });
    const { caseViews } = await client.data<{ caseViews: { count: number }[] }>(VIEWS);
    expect(caseViews.filter(({ count }) => count > 0)).toEqual([]);
    expect(await client.data(GRANTABLE)).toMatchObject({ grantableColleagues: [{ open: 0, all: 0 }] });
  }

  it('leaves no trace for whom the reporter chose, and tells those who hold the case', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const chosen = await label(morgan, [await idOf(noor)]);

    const input = { ...(await lab.seed.reportInput('words')), keptOut: [chosen] };
    const first = await lab.anyone().outcome(SUBMIT, { input });
    const again = await lab.anyone().outcome(SUBMIT, { input });
    const other = await lab.anyone().outcome(SUBMIT, { input: { ...input, keptOut: [] } });

    expect([first, again, other].map((each) => each.__typename)).toEqual([
      'ReportSubmitted',
      'ReportSubmitted',
      'KeyReused',
    ]);
    const [caseId = ''] = await lab.seed.caseIds(morgan);
    await expectNoTrace(noor, caseId);
    expect(await morgan.outcome(HOLDERS, { id: caseId })).toMatchObject({
      keptOut: [{ name: 'Noor Haddad' }],
      keptOutByReporter: ['somebody in personnel'],
    });
    const grant = await morgan.outcome(GRANT, { input: { caseId, caseworkerId: await idOf(noor) } });
    expect(grant.__typename).toBe('CannotHoldCase');
  });

  it('takes no report that nobody would be left to read, and says so before', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const chosen = await label(morgan, [await idOf(morgan)]);
    const input = { ...(await lab.seed.reportInput('words')), keptOut: [chosen] };

    const refused = await lab.anyone().outcome(SUBMIT, { input });
    const changed = await lab.anyone().outcome(SUBMIT, { input: { ...input, keptOut: [randomUUID()] } });

    expect(await lab.anyone().data(WOULD_READ, { keptOut: [chosen] })).toEqual({ somebodyWouldRead: false });
    expect(await lab.anyone().data(WOULD_READ, { keptOut: [] })).toEqual({ somebodyWouldRead: true });
    expect([refused.__typename, changed.__typename]).toEqual(['NobodyLeft', 'KeptOutChanged']);
    expect(await lab.dataSource.query('SELECT 1 FROM case_file')).toEqual([]);
  });

  it('is offered by no label that stands only for who was removed, and never takes the name for the person', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const chosen = await label(morgan, [await idOf(noor)]);
    const input = { ...(await lab.seed.reportInput('words')), keptOut: [chosen] };
    await morgan.outcome(REMOVE, { id: await idOf(noor) });
    const again = await lab.seed.colleague();

    const refused = await lab.anyone().outcome(SUBMIT, { input });

    expect(refused.__typename).toBe('KeptOutChanged');
    expect(await lab.anyone().data(WOULD_READ, { keptOut: [chosen] })).toEqual({ somebodyWouldRead: false });
    expect(await lab.anyone().data(KEPT_OUT_CHOICES)).toEqual({ organisation: { keptOutChoices: [] } });
    expect(await morgan.data(KEPT_OUT_LABELS)).toMatchObject({
      keptOutLabels: [{ id: chosen, caseworkers: [] }],
    });
    expect(await lab.seed.caseIds(again)).toEqual([]);
  });

  it('never grants what a label keeps somebody from who came to it later', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const id = await label(morgan, [await idOf(noor)]);
    await lab
      .anyone()
      .outcome(SUBMIT, { input: { ...(await lab.seed.reportInput('words')), keptOut: [id] } });
    await lab.dataSource.query('DELETE FROM case_exclusion');

    const input = { caseworkerId: await idOf(noor) };
    const granted = await morgan.outcome(GRANT_MANY, { input });

    expect(granted).toMatchObject({ __typename: 'CasesGranted', granted: 0, left: 0 });
    expect(await lab.seed.caseIds(noor)).toEqual([]);
  });

  it('keeps a colleague out for good, whatever they held before', async () => {
    const { morgan, noor, caseId } = await CaseStory.begin(lab, 'words');
    const who = await idOf(noor);

    const kept = await morgan.outcome(KEEP_OUT, keyed({ caseId, caseworkerId: who }));

    expect(kept).toMatchObject({ __typename: 'KeptOutOfCase', case: { id: caseId } });
    await expectNoTrace(noor, caseId);
    const back = await noor.outcome(KEEP_OUT, keyed({ caseId, caseworkerId: who }));
    expect(back.__typename).toBe('CaseNotFound');
    const grant = await morgan.outcome(GRANT, { input: { caseId, caseworkerId: who } });
    expect(grant.__typename).toBe('CannotHoldCase');
    expect(await morgan.outcome(HOLDERS, { id: caseId })).toMatchObject({
      history: [{ kind: 'KEPT_OUT', assignee: { name: 'Noor Haddad' } }],
    });
  });

  it('lets somebody keep themselves out, answers the same again, and refuses the last one', async () => {
    const { morgan, noor, caseId } = await CaseStory.begin(lab, 'words');
    const input = keyed({ caseId, caseworkerId: await idOf(noor) });

    const outcomes = await Promise.all([noor.outcome(KEEP_OUT, input), noor.outcome(KEEP_OUT, input)]);
    const last = await morgan.outcome(KEEP_OUT, keyed({ caseId, caseworkerId: await idOf(morgan) }));

    for (const outcome of outcomes) {
      expect(outcome).toEqual({ __typename: 'KeptOutOfCase', caseId, case: null });
    }
    expect(last.__typename).toBe('NobodyElseCanOpen');
    await expectNoTrace(noor, caseId);
  });

  it('grants a newcomer what one holds, until nothing is left', async () => {
    const morgan = await lab.seed.firstAdministrator();
    for (const words of ['words of one', 'words of two']) await lab.seed.reportWithoutMessaging(words);
    const noor = await lab.seed.colleague();
    const caseworkerId = await idOf(noor);
    expect(await morgan.data(GRANTABLE)).toMatchObject({ grantableColleagues: [{ open: 2, all: 2 }] });

    const granted = await morgan.outcome(GRANT_MANY, { input: { caseworkerId } });
    const again = await morgan.outcome(GRANT_MANY, { input: { caseworkerId } });

    expect(granted).toMatchObject({ granted: 2, left: 0 });
    expect(again).toMatchObject({ granted: 0, left: 0 });
    expect(await noor.outcome(SEARCH, { text: 'words' })).toMatchObject({ total: 2 });
    for (const id of await lab.seed.caseIds(noor)) {
      expect(JSON.stringify(await noor.data(CASE, { id }))).toContain('words of');
    }
  });

  it('takes nobody out of a label by a save that is based on what another administrator changed since', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const [m, n] = [await idOf(morgan), await idOf(noor)];
    const base = { id: randomUUID(), texts: [{ locale: 'en', text: 'somebody in personnel' }] };
    const save = (input: object) => morgan.outcome(SAVE_KEPT_OUT, { input: { ...base, ...input } });
    const read = await save({ caseworkerIds: [m] });
    const { version } = read['label'] as { version: string };

    const added = await save({ version, caseworkerIds: [n, m] });
    const again = await save({ version, caseworkerIds: [m, n] });
    const stale = await save({ version, caseworkerIds: [m], sort: 5 });
    const blind = await save({ caseworkerIds: [m] });

    expect([added, again, stale, blind].map((each) => each.__typename)).toEqual([
      'KeptOutLabelSaved',
      'KeptOutLabelSaved',
      'ChangedMeanwhile',
      'ChangedMeanwhile',
    ]);
    const { keptOutLabels } = await morgan.data<{ keptOutLabels: { caseworkers: object[] }[] }>(
      KEPT_OUT_LABELS,
    );
    expect(keptOutLabels[0]?.caseworkers).toHaveLength(2);
  });

  it('writes down who changed whom a label stands for, and who deleted it', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const id = await label(morgan, [await idOf(noor)]);

    for (const _ of ['first', 'again']) {
      await morgan.data('mutation($id: ID!) { deleteKeptOutLabel(id: $id) }', { id });
    }

    const entries = await lab.dataSource.query(
      `SELECT act, caseworker_name, object, details FROM audit_entry WHERE act LIKE 'KEPT_OUT_LABEL%' ORDER BY position`,
    );
    const whole = { caseworker_name: 'Morgan Ellis', object: 'somebody in personnel' };
    expect(entries).toEqual([
      { ...whole, act: 'KEPT_OUT_LABEL_SAVED', details: '{"standsFor":["Noor Haddad"]}' },
      { ...whole, act: 'KEPT_OUT_LABEL_DELETED', details: '{}' },
    ]);
  });

  it('lets administrators alone see whom a label stands for', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    await label(morgan, [await idOf(noor)]);

    const { organisation } = await lab.anyone().data<{ organisation: object }>(KEPT_OUT_CHOICES);

    expect(organisation).toEqual({
      keptOutChoices: [{ id: expect.any(String), text: 'somebody in personnel', locale: 'en' }],
    });
    expect(await noor.errorCodes(KEPT_OUT_LABELS)).toEqual(['FORBIDDEN']);
    expect(await lab.stranger().errorCodes(KEPT_OUT_LABELS)).toEqual(['UNAUTHENTICATED']);
  });
});

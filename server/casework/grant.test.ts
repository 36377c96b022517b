import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { idOf, keyed } from '../testing/case-story.ts';
import { GRANT_MANY, GRANTABLE, KEEP_OUT } from '../testing/casework-operations.ts';
import { grantsOf } from '../testing/grants.ts';
import { CASE } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('granting cases', () => {
  const lab = useTestServer();
  const { holderOf, grantAll, heldBy, countOf } = grantsOf(lab);

  it('goes by steps of a hundred at most, and on from where it was left', async () => {
    const { morgan, noor, caseIds, to } = await holderOf(130);

    const steps = [await grantAll(morgan, to), await grantAll(morgan, to), await grantAll(morgan, to)];

    expect(steps).toMatchObject([
      { granted: 100, left: 30, notGrantedCount: null, notGranted: [] },
      { granted: 30, left: 0, notGrantedCount: 0, notGranted: [] },
      { granted: 0, left: 0, notGrantedCount: 0, notGranted: [] },
    ]);
    expect(await heldBy(to)).toEqual([...caseIds].sort());
    expect(JSON.stringify(await noor.data(CASE, { id: caseIds[7] }))).toContain('words of 7');
    expect(await countOf('case_act', "kind = 'GRANTED'")).toBe(130);
    expect(await countOf('audit_entry', "act = 'KEY_GRANTED'")).toBe(130);
  });

  it('leaves the closed ones where only the open ones are asked for', async () => {
    const { morgan, to } = await holderOf(14);
    const { grantableColleagues } = await morgan.data<{ grantableColleagues: { open: number }[] }>(GRANTABLE);

    const granted = await morgan.outcome(GRANT_MANY, { input: { caseworkerId: to } });

    expect(granted).toMatchObject({ granted: grantableColleagues[0]?.open, left: 0, notGrantedCount: 0 });
    expect(await heldBy(to)).toHaveLength(grantableColleagues[0]?.open ?? 0);
    expect(await morgan.data(GRANTABLE)).toMatchObject({ grantableColleagues: [{ open: 0, all: 4 }] });
  });

  it('names what stays closed, and lets none of it stand in the way of the others', async () => {
    const { morgan, caseIds, to } = await holderOf(12);
    const [keptOut = '', broken = ''] = caseIds;
    await morgan.outcome(KEEP_OUT, keyed({ caseId: keptOut, caseworkerId: to }));
    await lab.dataSource.query(
      'UPDATE case_wrap SET case_key_wrap = $1, fast_wrap = NULL WHERE case_id = $2',
      [randomBytes(81), broken],
    );

    const granted = await grantAll(morgan, to);

    expect(granted).toMatchObject({ __typename: 'CasesGranted', granted: 10, left: 0, notGrantedCount: 2 });
    expect(granted['notGranted']).toEqual(
      expect.arrayContaining([
        { reason: 'KEPT_OUT', case: { id: keptOut } },
        { reason: 'BROKEN', case: { id: broken } },
      ]),
    );
    expect(await heldBy(to)).toEqual(caseIds.slice(2).sort());
  });

  it('takes neither what is no id, nor somebody who is not signed in', async () => {
    const { morgan, to } = await holderOf(1);

    const outcomes = [
      await grantAll(morgan, 'nobody'),
      await grantAll(morgan, await idOf(morgan).then((id) => id.replace(/^./, 'f'))),
      await grantAll(morgan, ''),
    ];

    expect(outcomes.map(({ __typename }) => __typename)).toEqual(outcomes.map(() => 'CannotHoldCase'));
    const input = { caseworkerId: to };
    expect(await lab.stranger().errorCodes(GRANT_MANY, { input })).toEqual(['UNAUTHENTICATED']);
    expect(await morgan.errorCodes(GRANT_MANY, { input: { caseworkerId: 'x'.repeat(101) } })).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});

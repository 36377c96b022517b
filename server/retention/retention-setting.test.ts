import { describe, expect, it } from '@jest/globals';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { useTestServer } from '../testing/test-server.ts';
import { CHANGE_RETENTION, PREVIEW, RETENTION } from './testing/retention-operations.ts';

describe('the time that closed cases are kept', () => {
  const lab = useTestServer();
  const change = (by: GraphQLClient, version: string, days: number | null) =>
    by.outcome(CHANGE_RETENTION, { input: { version, days } });

  const setting = async (by: GraphQLClient) =>
    (await by.data<{ retention: { version: string; days: number | null } }>(RETENTION)).retention;

  it('begins with nothing that is deleted by itself', async () => {
    expect(await setting(await lab.seed.firstAdministrator())).toMatchObject({
      days: null,
      shortest: 91,
      longest: 3_650,
      noticeDays: 14,
    });
  });

  it.each([
    [90, 'Reporters can write for 90 days after their case was closed. Keep cases for longer than that.'],
    [-1, 'Reporters can write for 90 days after their case was closed. Keep cases for longer than that.'],
    [3_651, 'Keep cases for at most 3,650 days, or set no time.'],
  ])('refuses %i days in a sentence', async (days, message) => {
    const morgan = await lab.seed.firstAdministrator();

    const outcome = await change(morgan, (await setting(morgan)).version, days);

    expect(outcome).toMatchObject({ __typename: 'InvalidSettings', faults: [{ field: 'days', message }] });
    expect(await setting(morgan)).toMatchObject({ days: null });
  });

  it('is told to the slower of two, is the same when it is sent twice, and stands in the audit log once', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const { version } = await setting(morgan);

    const first = await change(morgan, version, 100);
    const slower = await change(morgan, version, 200);
    const twice = await change(morgan, version, 100);

    expect(first).toMatchObject({ __typename: 'RetentionChanged' });
    expect(slower).toMatchObject({ __typename: 'ChangedMeanwhile' });
    expect(twice).toEqual(first);
    expect(
      await lab.dataSource.query("SELECT details FROM audit_entry WHERE act = 'RETENTION_CHANGED'"),
    ).toEqual([{ details: '{"days":100}' }]);
  });

  it('is for administrators', async () => {
    await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();

    for (const [by, code] of [
      [noor, 'FORBIDDEN'],
      [lab.stranger(), 'UNAUTHENTICATED'],
    ] as const) {
      expect(await by.errorCodes(RETENTION)).toEqual([code]);
      expect(await by.errorCodes(PREVIEW, { days: 100 })).toEqual([code]);
      expect(await by.errorCodes(CHANGE_RETENTION, { input: { version: 'x', days: 100 } })).toEqual([code]);
    }
  });
});

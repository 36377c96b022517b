import { describe, expect, it } from '@jest/globals';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { storeManyCases } from '../testing/many-cases.ts';
import { useTestServer } from '../testing/test-server.ts';
import { PREVIEW } from './testing/retention-operations.ts';

const DAY = 86_400_000; // milliseconds

describe('the number of cases in a dry run that one cannot open', () => {
  // It is 11 November 2026: what is looked at ends on 11 December.
  const lab = useTestServer();

  /** Twelve cases that nobody holds, one closed on each day from this one on. */
  async function twelveClosed(from: string): Promise<GraphQLClient> {
    const morgan = await lab.seed.firstAdministrator();
    await storeManyCases(lab.dataSource, 12, (number) => ({ words: `${number}`, messages: [], notes: [] }));
    await lab.dataSource.query('DELETE FROM case_wrap');
    await lab.dataSource.query(
      `UPDATE case_file f SET status = 'CLOSED', closed_on = $1::date + n.day, lost_on = NULL
       FROM (SELECT id, row_number() OVER (ORDER BY id)::int - 1 AS day FROM case_file) n WHERE n.id = f.id`,
      [from],
    );
    return morgan;
  }
  const others = async (by: GraphQLClient, days: number) =>
    (await by.data<{ retentionPreview: { others: number | null } }>(PREVIEW, { days })).retentionPreview
      .others;

  it('is the same for every day of a month, so that none tells on which day cases were closed', async () => {
    const morgan = await twelveClosed('2026-08-05');

    const byDay = [];
    for (let days = 102; days <= 132; days += 1) byDay.push(await others(morgan, days));

    expect(new Set(byDay)).toEqual(new Set([10]));
    expect([await others(morgan, 101), await others(morgan, 133)]).toEqual([10, null]);
  });

  it('leaves out what was closed in a month that is not over, so that it does not grow from one day to the next', async () => {
    const morgan = await twelveClosed('2026-10-25');

    const before = await others(morgan, 10);
    lab.clock.advance(20 * DAY);
    const later = await lab.seed.signedInAgain('morgan@example.ac.uk', 'otter violin monday lamp');

    expect([before, await others(later, 10)]).toEqual([null, 10]);
  });
});

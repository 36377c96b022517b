import { describe, expect, it } from '@jest/globals';
import { entities } from '../app.ts';
import { openDataSource } from '../database/data-source.ts';
import { useTestServer } from '../testing/test-server.ts';
import type { ReportFacts } from './tally.ts';
import { closeMonths, countAll } from './testing/year-of-reports.ts';

const DAY = 86_400_000; // milliseconds

describe('closing months', () => {
  const lab = useTestServer();

  const rows = async (table: string): Promise<{ row: string }[]> =>
    lab.dataSource.query(`SELECT t::text AS row FROM statistics.${table} t ORDER BY 1`);

  async function countedMonth(): Promise<void> {
    const receivedOn = lab.clock.now().toISOString().slice(0, 10);
    const facts = (kind: string, place: string): ReportFacts => ({
      route: 'ANONYMOUS',
      locale: 'en',
      locales: ['en', 'cy'],
      messaging: false,
      answers: [
        { question: 'kinds', isOneChoice: false, offered: ['bullying', 'hate'], given: [kind] },
        { question: 'where', isOneChoice: true, offered: ['site', 'event'], given: [place] },
      ],
    });
    await countAll(lab, [
      ...Array.from({ length: 40 }, () => ({ receivedOn, facts: facts('bullying', 'site') })),
      ...Array.from({ length: 25 }, () => ({ receivedOn, facts: facts('hate', 'event') })),
    ]);
  }

  it('tells the same once, however many processes close a month at the same time', async () => {
    await countedMonth();
    const tallies = await lab.dataSource.query<{ month: string; stripe: number; sealed: Buffer }[]>(
      'SELECT month, stripe, sealed FROM statistics.tally',
    );
    lab.clock.advance(50 * DAY);
    await closeMonths(lab);
    const alone = { parts: await rows('part'), months: await rows('closed_month') };
    await lab.dataSource.query('TRUNCATE statistics.part, statistics.closed_month, statistics.tally');
    for (const { month, stripe, sealed } of tallies) {
      await lab.dataSource.query('INSERT INTO statistics.tally VALUES ($1, $2, $3)', [month, stripe, sealed]);
    }

    const processes = await Promise.all(
      Array.from({ length: 4 }, () => openDataSource({ url: lab.databaseUrl, poolSize: 3, entities })),
    );
    const { master, clock } = lab;
    try {
      await Promise.all(processes.map((dataSource) => closeMonths({ dataSource, master, clock })));
    } finally {
      await Promise.all(processes.map((dataSource) => dataSource.destroy()));
    }

    expect(alone.parts.length).toBeGreaterThan(4);
    expect({ parts: await rows('part'), months: await rows('closed_month') }).toEqual(alone);
  });
});

import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../database/transaction.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { addDays, type Day } from '../shared/day.ts';
import { type Part, partsAfter } from './released-parts.ts';
import { monthAfter, monthOf, type TallyService } from './tally.service.ts';
import type { Tally } from './tally.ts';
import { addWork, workParts } from './work-counts.ts';

/** How many days after its end a month is closed, so that its last reports can be answered. */
export const CLOSING_LAG = 14;

/** Any constant of our own; processes that close months meet at it. */
const LOCK = 7_276_938;

/** Closes months: says once and for all what can be told of them, and forgets the exact numbers with the year. */
export class ClosingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    private readonly tallies: TallyService,
  ) {}

  /** Reports are counted from the start of this month, or of the next one where there are some that were not counted. */
  async ensureStart(today: Day): Promise<void> {
    const month = monthOf(today);
    await this.dataSource.query(
      `INSERT INTO statistics.setting (id, counted_from)
       SELECT true, CASE WHEN EXISTS (SELECT FROM case_file) THEN $2::date ELSE $1::date END ON CONFLICT DO NOTHING`,
      [month, monthAfter(month)],
    );
  }

  /** Closes every month that is over long enough on a day, oldest first. Any number of processes may do so. */
  async sweep(today: Day): Promise<void> {
    const calendar = await this.organisations.replyCalendar();
    const [setting] = await this.dataSource.query<{ next: Day; threshold: number }[]>(
      `SELECT threshold, COALESCE(((SELECT max(month) FROM statistics.closed_month) + interval '1 month')::date,
                                  counted_from) AS next FROM statistics.setting`,
    );
    if (!setting) return;
    let month = setting.next;
    for (; isOver(month, today); month = monthAfter(month)) {
      await inTransaction(this.dataSource, async (manager) => {
        await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
        const [done] = await manager.query<unknown[]>(
          'SELECT 1 FROM statistics.closed_month WHERE month = $1',
          [month],
        );
        if (done) return;
        const threshold = (await thresholdOfYear(manager, month)) ?? setting.threshold;
        const counts = await this.tallies.read(manager, month);
        await addWork(manager, counts, month, monthAfter(month), calendar);
        await this.tallies.replace(manager, month, counts);
        // A month that is closed late is told without what is open now: that is no number of that month.
        const isLate = isOver(monthAfter(month), today);
        const work = isLate ? [] : await workParts(manager, month, monthAfter(month), today, threshold);
        await this.close(manager, month, today, threshold, work);
      });
    }
    await this.thinTombstones(month);
  }

  /** Takes the days from what is left of deleted cases, once all months that count them are closed. */
  private async thinTombstones(firstOpenMonth: Day): Promise<void> {
    await this.dataSource.query(
      `UPDATE case_tombstone
       SET received_on = date_trunc('month', received_on), closed_on = date_trunc('month', closed_on),
           first_reply_on = NULL, reporter_wrote = NULL
       WHERE reporter_wrote IS NOT NULL AND received_on < $1 AND (closed_on IS NULL OR closed_on < $1)`,
      [firstOpenMonth],
    );
  }

  private async close(
    manager: EntityManager,
    month: Day,
    today: Day,
    threshold: number,
    work: readonly Part[],
  ): Promise<void> {
    const firstOfYear = `${month.slice(0, 4)}-01-01`;
    const tallies: Tally[] = [];
    for (let each = firstOfYear; each <= month; each = monthAfter(each)) {
      const counts = await this.tallies.read(manager, each);
      // A month from before anything was counted is no month without reports.
      if (each === month || Object.keys(counts).length > 0) tallies.push({ month: each, counts });
    }
    const told = await manager.query<Part[]>(
      'SELECT subject, months, route, labels, count FROM statistics.part WHERE months[1] >= $1',
      [firstOfYear],
    );
    const parts = [...partsAfter(month, tallies, told, threshold), ...work];
    for (const { subject, months, route, labels, count } of parts) {
      await manager.query(
        'INSERT INTO statistics.part (subject, months, route, labels, count) VALUES ($1, $2, $3, $4, $5)',
        [subject, months, route, labels, count],
      );
    }
    await manager.query(
      'INSERT INTO statistics.closed_month (month, closed_on, threshold) VALUES ($1, $2, $3)',
      [month, today, threshold],
    );
    if (month.endsWith('-12-01')) await this.tallies.forget(manager, month);
  }
}

/**
 * What the closed months of a month's year were told with; null where it is the first of them. With two thresholds, groups
 * of one could be held against groups of the other.
 */
async function thresholdOfYear(manager: EntityManager, month: Day): Promise<number | null> {
  const [first] = await manager.query<{ threshold: number }[]>(
    'SELECT threshold FROM statistics.closed_month WHERE month >= $1 ORDER BY month LIMIT 1',
    [`${month.slice(0, 4)}-01-01`],
  );
  return first?.threshold ?? null;
}

function isOver(month: Day, today: Day): boolean {
  return addDays(monthAfter(month), CLOSING_LAG) <= today;
}

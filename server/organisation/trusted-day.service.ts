import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../database/transaction.ts';
import type { Day } from '../shared/day.ts';
import type { Log } from '../shared/log.ts';
import type { OrganisationService } from './organisation.service.ts';
import { doubtedUntil, type SeenDays, seenAlso } from './seen-days.ts';

/**
 * The day to go by for what cannot be undone. A clock that jumps years ahead must not delete in one moment what people wait
 * for, so the last day on which the program ran is noted, and a day far after it is doubted for a week.
 *
 * @see docs/decisions/0020-a-clock-that-jumps.md
 */
export class TrustedDayService {
  /** Since when the days were in doubt of which the log was told. */
  private warnedOf: Day | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    private readonly log: Log,
  ) {}

  /**
   * Notes that the program runs today, and tells the day. Any number of processes may do so.
   *
   * @returns null while the day is in doubt: nothing may happen then that cannot be undone. What happens may go by the day that
   *   is returned alone, not by the clock, which can jump a moment later.
   */
  async today(): Promise<Day | null> {
    const today = await this.organisations.today();
    const { doubtedSince } = await inTransaction(this.dataSource, (manager) => note(manager, today));
    if (doubtedSince !== null && doubtedSince !== this.warnedOf) {
      this.log.warn(
        'The clock is more than 31 days ahead of the last day on which the service ran. Until it has stayed so for 7 days ' +
          'nothing is deleted or closed for good by time. If the clock is wrong, set it right, and all is as before',
      );
    }
    this.warnedOf = doubtedSince;
    return doubtedSince === null ? today : null;
  }

  /** Until when nothing happens that cannot be undone; null: the day is in no doubt. Notes nothing. */
  async doubtedUntil(): Promise<Day | null> {
    const today = await this.organisations.today();
    const [before] = await this.dataSource.query<SeenDays[]>(SEEN);
    const doubtedSince = before ? seenAlso(today, before).doubtedSince : null;
    return doubtedSince && doubtedUntil(doubtedSince);
  }
}

const SEEN = 'SELECT seen_on AS "seenOn", doubted_since AS "doubtedSince" FROM day_seen';

async function note(manager: EntityManager, today: Day): Promise<SeenDays> {
  await manager.query('INSERT INTO day_seen (seen_on) VALUES ($1) ON CONFLICT DO NOTHING', [today]);
  const [before] = await manager.query<[SeenDays]>(`${SEEN} FOR UPDATE`);
  const now = seenAlso(today, before);
  await manager.query(
    `UPDATE day_seen SET seen_on = $1, doubted_since = $2
     WHERE (seen_on, doubted_since) IS DISTINCT FROM ($1::date, $2::date)`,
    [now.seenOn, now.doubtedSince],
  );
  return now;
}

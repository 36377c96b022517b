import { randomUUID } from 'node:crypto';
import { Repeater } from '@graphql-yoga/subscription';
import type { DataSource } from 'typeorm';
import { LookOut } from '../database/look-out.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { Clock } from '../shared/clock.ts';
import { isUuid } from '../shared/uuid.ts';
import type { Caseworker as Colleague } from '../staff/staff.type.ts';
import type { Caseworker } from '../viewer.ts';

/** Name of the subscription, and of its feed. */
export const COLLEAGUES_ON_CASE = 'colleaguesOnCase';

/** Somebody has a case open. */
export interface CaseOpening {
  readonly caseworker: Pick<Caseworker, 'caseworkerId'>;
  readonly caseId: string;
}

/** How often rows are renewed, and how long one counts: a process that dies is missed after that. */
const RENEWED_EVERY = 20_000; // 20 seconds
const COUNTS_FOR = 50_000; // 50 seconds

interface Follower {
  readonly opening: string;
  readonly caseId: string;
  readonly caseworkerId: string;
  readonly tell: (colleagues: Colleague[]) => void;
  /** Tells nothing more: the case is gone, or not for this caseworker. */
  readonly end: () => void;
  /** Ids that were told last; null before the first time. */
  told: string | null;
}

type Holder = Colleague & { readonly caseId: string; readonly isThere: boolean };

/**
 * Tells caseworkers who else has the same case open, in whichever process. To listen is to be listed.
 *
 * Of staff alone: a reporter's session never writes here, and nothing of this reaches a reporter.
 */
export class ColleaguesOnCase {
  private readonly followers = new Set<Follower>();
  private readonly lookOut: LookOut;
  private readonly renewing: NodeJS.Timeout;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly wakeUp: WakeUp,
  ) {
    this.lookOut = new LookOut(wakeUp, () => this.look());
    this.renewing = setInterval(() => void this.renew([...this.followers]), RENEWED_EVERY);
    this.renewing.unref();
  }

  /**
   * The others who have this case open, at once and after every change. Ends when the subscriber leaves, and by itself
   * where they hold no key to the case, or none any more, so that it can leave their screen.
   */
  follow({ caseworker, caseId: asked }: CaseOpening): AsyncIterable<Colleague[]> {
    const caseId = asked.toLowerCase();
    return new Repeater<Colleague[]>(async (push, stop) => {
      const { caseworkerId } = caseworker;
      if (!(await this.mayOpen(caseworkerId, caseId))) {
        stop();
        return;
      }
      // Handed on when the one before was taken: who is here now is all that a slow socket has to hear.
      let untold: Colleague[] | null = null;
      let isTelling = false;
      const hand = async (colleagues: Colleague[]) => {
        untold = colleagues;
        if (isTelling) return;
        isTelling = true;
        for (let next: Colleague[] | null = untold; next; next = untold) {
          untold = null;
          await push(next);
        }
        isTelling = false;
      };
      const tell = (colleagues: Colleague[]) => void hand(colleagues);
      const follower = { opening: randomUUID(), caseId, caseworkerId, tell, end: stop, told: null };
      this.followers.add(follower);
      await this.renew([follower]);
      this.wakeUp.notify();
      await stop;
      this.followers.delete(follower);
      await this.forget([follower]);
      this.wakeUp.notify();
    });
  }

  /** Deletes rows that count no more. */
  async sweep(): Promise<void> {
    await this.dataSource.query('DELETE FROM colleague_on_case WHERE until <= $1', [this.clock.now()]);
  }

  /** Stops looking, and takes those of this process off the lists. */
  async close(): Promise<void> {
    clearInterval(this.renewing);
    this.lookOut.close();
    const gone = [...this.followers];
    this.followers.clear();
    await this.forget(gone);
  }

  private async mayOpen(caseworkerId: string, caseId: string): Promise<boolean> {
    if (!isUuid(caseId)) return false;
    const rows = await this.dataSource.query<unknown[]>(
      'SELECT 1 AS found FROM case_wrap WHERE caseworker_id = $1 AND case_id = $2',
      [caseworkerId, caseId],
    );
    return rows.length > 0;
  }

  /** Where the database is away, the next round writes the rows anew. */
  private async renew(followers: readonly Follower[]): Promise<void> {
    if (followers.length === 0) return;
    await this.dataSource
      .query(
        `INSERT INTO colleague_on_case (opening, case_id, caseworker_id, until)
         SELECT opening, case_id, caseworker_id, $4
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS f(opening, case_id, caseworker_id)
         ON CONFLICT (opening) DO UPDATE SET until = EXCLUDED.until`,
        [
          followers.map(({ opening }) => opening),
          followers.map(({ caseId }) => caseId),
          followers.map(({ caseworkerId }) => caseworkerId),
          new Date(this.clock.now().getTime() + COUNTS_FOR),
        ],
      )
      .catch(() => undefined);
  }

  private async forget(followers: readonly Follower[]): Promise<void> {
    if (followers.length === 0) return;
    await this.dataSource
      .query('DELETE FROM colleague_on_case WHERE opening = ANY($1)', [
        followers.map(({ opening }) => opening),
      ])
      .catch(() => undefined);
  }

  private async look(): Promise<void> {
    const asked = [...this.followers];
    if (asked.length === 0) return;
    const holders = await this.dataSource.query<Holder[]>(
      `SELECT w.case_id AS "caseId", c.id, c.name, c.email, c.roles,
              EXISTS (SELECT FROM colleague_on_case o
                      WHERE o.case_id = w.case_id AND o.caseworker_id = c.id AND o.until > $2) AS "isThere"
       FROM case_wrap w JOIN caseworker c ON c.id = w.caseworker_id
       WHERE w.case_id = ANY($1) AND c.is_active ORDER BY c.name, c.id`,
      [[...new Set(asked.map(({ caseId }) => caseId))], this.clock.now()],
    );
    for (const follower of asked) {
      const ofCase = holders.filter(({ caseId }) => caseId === follower.caseId);
      if (!ofCase.some(({ id }) => id === follower.caseworkerId)) {
        follower.end();
        continue;
      }
      const others = ofCase.filter(({ id, isThere }) => isThere && id !== follower.caseworkerId);
      const ids = others.map(({ id }) => id).join();
      if (ids === follower.told) continue;
      follower.told = ids;
      follower.tell(others.map(({ id, name, email, roles }) => ({ id, name, email, roles })));
    }
  }
}

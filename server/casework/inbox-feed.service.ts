import { Repeater } from '@graphql-yoga/subscription';
import type { DataSource } from 'typeorm';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { addDays } from '../shared/day.ts';
import type { Caseworker } from '../viewer.ts';
import type { FastWrapMaker } from './fast-wrap-maker.ts';

/** Name of the subscription, and of its feed. */
export const INBOX_CHANGED = 'inboxChanged';

/** That something changed, and where. */
export interface CaseChange {
  readonly caseId: string;
}

/** How far apart two looks are at least, so that a storm of reports does not become one of reads. */
const PAUSE_BETWEEN_LOOKS = 250; // 250 milliseconds

/**
 * Tells open inboxes which cases are new or changed.
 *
 * Every case counts its changes. On a wake-up this process reads the counts of what changed today or yesterday and
 * compares: no ordered id and no exact time is needed, and none is stored. Whoever connects reads the inbox anew, so a
 * change before that is not missed.
 */
export class InboxFeed {
  private readonly inboxes = new Map<object, { caseworkerId: string; tell: (change: CaseChange) => void }>();
  /** Counts by case, as of the last look; null while nobody follows. */
  private seen: Map<string, number> | null = null;
  private current: Promise<void> | null = null;
  private next: NodeJS.Timeout | null = null;
  private readonly stopListening: () => void;

  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    wakeUp: WakeUp,
    private readonly fastWraps: FastWrapMaker,
  ) {
    this.stopListening = wakeUp.onWake(() => this.lookSoon());
  }

  /** Changes from now on. Ends when the subscriber leaves. */
  follow(caseworker: Caseworker): AsyncIterable<CaseChange> {
    return new Repeater<CaseChange>(async (push, stop) => {
      const key = {};
      // Each case stands here once, however often it changes while the socket is slow, and is handed on when the one before
      // was taken: a feed that pushes at once refuses from the 1,025th on, and would lose the rest for everybody.
      const untold = new Set<string>();
      let isTelling = false;
      const tell = async (caseId: string) => {
        untold.add(caseId);
        if (isTelling) return;
        isTelling = true;
        for (const each of untold) {
          untold.delete(each);
          await push({ caseId: each });
        }
        isTelling = false;
      };
      this.inboxes.set(key, {
        caseworkerId: caseworker.caseworkerId,
        tell: ({ caseId }) => void tell(caseId),
      });
      // From here on there is something to compare with, so that the first change after this is told.
      if (this.seen === null) this.lookSoon();
      const leaving = new AbortController();
      void this.fastWraps.begin(caseworker, leaving.signal);
      await stop;
      leaving.abort();
      this.inboxes.delete(key);
      if (this.inboxes.size === 0) this.seen = null;
    });
  }

  /** Stops looking. */
  close(): void {
    this.stopListening();
    if (this.next) clearTimeout(this.next);
    this.inboxes.clear();
  }

  private lookSoon(): void {
    if (this.inboxes.size === 0 || this.next) return;
    if (this.current) {
      this.next = setTimeout(() => {
        this.next = null;
        this.lookSoon();
      }, PAUSE_BETWEEN_LOOKS);
      return;
    }
    // Where the database is away, the next wake-up comes at the latest after 5 s.
    this.current = this.look()
      .catch(() => {
        // Nobody knows what came since the inboxes were opened: the next look tells all that changed lately.
        this.seen ??= new Map();
      })
      .finally(() => {
        this.current = null;
      });
  }

  private async look(): Promise<void> {
    const since = addDays(await this.organisations.today(), -1);
    const rows = await this.dataSource.query<{ id: string; version: number }[]>(
      'SELECT id, version FROM case_file WHERE changed_on >= $1',
      [since],
    );
    const before = this.seen;
    if (before !== null) {
      const changed = rows.filter((row) => row.version > (before.get(row.id) ?? 0)).map((row) => row.id);
      if (changed.length > 0) await this.tell(changed);
    }
    // Moves on once everybody was told, so that what the database kept from them is told at the next look.
    this.seen = new Map(rows.map((row) => [row.id, row.version]));
  }

  /** Only those who hold a key to a case hear of it. */
  private async tell(changed: readonly string[]): Promise<void> {
    const followers = [...this.inboxes.values()];
    const holders = await this.dataSource.query<{ case_id: string; caseworker_id: string }[]>(
      'SELECT case_id, caseworker_id FROM case_wrap WHERE case_id = ANY($1) AND caseworker_id = ANY($2)',
      [changed, followers.map((follower) => follower.caseworkerId)],
    );
    for (const { case_id: caseId, caseworker_id: holder } of holders) {
      for (const follower of followers) if (follower.caseworkerId === holder) follower.tell({ caseId });
    }
  }
}

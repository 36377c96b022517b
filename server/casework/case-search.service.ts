import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { CaseKeys } from '../crypto/case-keys.ts';
import { SealBroken } from '../crypto/sealing.ts';
import type { Caseworker } from '../viewer.ts';
import type { CaseSearchPage, SearchPlace } from './case-search.type.ts';
import type { CaseTexts } from './case-texts.ts';
import type { InboxService } from './inbox.service.ts';
import type { SearchBatch, SearchBatches, SearchRow } from './search-batches.ts';
import { type SearchCursor, searchCursorOf } from './search-cursor.ts';
import { placesOf, wordsOf } from './search-words.ts';

/** How long a stretch goes on looking, in milliseconds, so that a client can show how far it is. */
const STRETCH = 400;

/** How long it holds the event loop before others get a turn, in milliseconds. */
const TURN = 5;

const MOST_PER_STRETCH = 100;

/** What somebody looks for. */
export interface SearchRequest {
  readonly text: string;
  readonly first: number;
  readonly after: SearchCursor | null;
}

interface Looked {
  readonly row: SearchRow;
  /** Null where the words do not all stand in it. */
  readonly places: SearchPlace[] | null;
}

/** A case in which all the words stand. */
interface Found {
  readonly caseId: string;
  readonly foundIn: SearchPlace[];
}

/** Keys of a case that cost the slow way to open. */
interface SlowlyOpened {
  readonly caseId: string;
  readonly caseKeys: CaseKeys;
}

/**
 * Looks through everything that a caseworker may open. It is sealed, so it is opened for the search, case by case, with
 * the keys of the session that asks; no index of words is ever stored.
 */
export class CaseSearchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly wraps: CaseWrapService,
    private readonly inbox: InboxService,
    private readonly batches: SearchBatches,
    private readonly texts: CaseTexts,
  ) {}

  /** The next stretch of a search: until enough is found, its time is over, or all was looked through. */
  async stretch(caseworker: Caseworker, request: SearchRequest): Promise<CaseSearchPage> {
    // A long word is seldom there by chance: most cases are done with after the first.
    const words = wordsOf(request.text).sort((one, other) => other.length - one.length);
    const until = performance.now() + STRETCH;
    const total = await this.batches.total(caseworker);
    if (words.length === 0) return { hits: [], scanned: total, total, endCursor: null };
    const most = Math.min(Math.max(request.first, 1), MOST_PER_STRETCH);
    const found: Found[] = [];
    let kept = Promise.resolve();
    let at = request.after;
    let isThrough = false;
    for await (const batch of this.batches.behind(caseworker, at, () => performance.now() < until)) {
      const slow: SlowlyOpened[] = [];
      const looked = await this.lookThrough(caseworker, batch, words, slow);
      await kept;
      kept = this.keepFast(caseworker, slow);
      isThrough = batch.isLast;
      for (const { row, places } of looked) {
        at = { day: row.received_on, id: row.id, scanned: (at?.scanned ?? 0) + 1 };
        if (places) found.push({ caseId: row.id, foundIn: places });
        if (found.length < most || row === looked.at(-1)?.row) continue;
        isThrough = false;
        break;
      }
      if (found.length >= most) break;
    }
    const [hits] = await Promise.all([this.hits(caseworker, found), kept]);
    const scanned = at?.scanned ?? 0;
    return {
      hits,
      scanned,
      total: Math.max(total, scanned),
      endCursor: at && !isThrough ? searchCursorOf(at) : null,
    };
  }

  /** A case that is gone by now is no hit. */
  private async hits(caseworker: Caseworker, found: readonly Found[]): Promise<CaseSearchPage['hits']> {
    const cases = await this.inbox.findMany(
      caseworker,
      found.map(({ caseId }) => caseId),
    );
    return found.flatMap(({ caseId, foundIn }) => {
      const hit = cases.get(caseId);
      return hit ? [{ case: hit, foundIn }] : [];
    });
  }

  /** The next search opens these faster. Where that cannot be kept, this one is none the worse. */
  private async keepFast(caseworker: Caseworker, slow: readonly SlowlyOpened[]): Promise<void> {
    if (slow.length === 0) return;
    await this.wraps.keepFast(this.dataSource.manager, caseworker, slow).catch(() => undefined);
  }

  private async lookThrough(
    caseworker: Caseworker,
    batch: SearchBatch,
    words: readonly string[],
    slow: SlowlyOpened[],
  ): Promise<Looked[]> {
    const looked: Looked[] = [];
    let turnBegan = performance.now();
    for (const row of batch.rows) {
      looked.push({ row, places: await this.look(caseworker, row, batch, words, slow) });
      if (performance.now() - turnBegan < TURN) continue;
      await nextTurn();
      turnBegan = performance.now();
    }
    return looked;
  }

  /** One case whose bytes were changed must not end the search through all others. */
  private async look(
    caseworker: Caseworker,
    row: SearchRow,
    batch: SearchBatch,
    words: readonly string[],
    slow: SlowlyOpened[],
  ): Promise<SearchPlace[] | null> {
    try {
      const caseKeys = this.wraps.open(row, caseworker);
      const places = placesOf(words, await this.texts.of(row, batch, caseKeys));
      if (!row.fast_wrap) slow.push({ caseId: row.id, caseKeys });
      return places;
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CaseWrapService, FastWrap } from '../access/case-wrap.service.ts';
import { SealBroken } from '../crypto/sealing.ts';
import type { Caseworker } from '../viewer.ts';
import type { CaseSearchPage, SearchPlace } from './case-search.type.ts';
import type { CaseTexts } from './case-texts.ts';
import type { FastWrapKeeper } from './fast-wrap-keeper.ts';
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

/**
 * Looks through everything that a caseworker may open. It is sealed, so it is opened for the search, case by case, with
 * the keys of the session that asks; no index of words is ever stored.
 */
export class CaseSearchService {
  /** Of the searches of all caseworkers: see `stretch`. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly wraps: CaseWrapService,
    private readonly inbox: InboxService,
    private readonly batches: SearchBatches,
    private readonly texts: CaseTexts,
    private readonly keeper: FastWrapKeeper,
  ) {}

  /**
   * The next stretch of a search: until enough is found, its time is over, or all was looked through.
   *
   * One after the other, whoever asks. A stretch holds a connection, and now and then needs one more to go on: as many at once
   * as there are connections would wait for each other, and every report with them. Nor would two be faster than one, since
   * it is the processor that they wait for.
   */
  async stretch(caseworker: Caseworker, request: SearchRequest): Promise<CaseSearchPage> {
    const stretch = this.turn.then(() => this.goOn(caseworker, request));
    this.turn = stretch.catch(() => undefined);
    return stretch;
  }

  private async goOn(caseworker: Caseworker, request: SearchRequest): Promise<CaseSearchPage> {
    // A long word is seldom there by chance: most cases are done with after the first.
    const words = wordsOf(request.text).sort((one, other) => other.length - one.length);
    const until = performance.now() + STRETCH;
    const total = await this.batches.total(caseworker);
    if (words.length === 0) return { hits: [], scanned: total, total, endCursor: null };
    const most = Math.min(Math.max(request.first, 1), MOST_PER_STRETCH);
    const found: Found[] = [];
    let at = request.after;
    let isThrough = false;
    for await (const batch of this.batches.behind(caseworker, at, () => performance.now() < until)) {
      const slow: FastWrap[] = [];
      const looked = await this.lookThrough(caseworker, batch, words, slow);
      this.keeper.take(caseworker.caseworkerId, slow);
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
    const hits = await this.hits(caseworker, found);
    if (isThrough) this.keeper.write();
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

  private async lookThrough(
    caseworker: Caseworker,
    batch: SearchBatch,
    words: readonly string[],
    slow: FastWrap[],
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
    slow: FastWrap[],
  ): Promise<SearchPlace[] | null> {
    try {
      const fast = this.wraps.openFast(row, caseworker);
      const caseKeys = fast ?? this.wraps.openBoxes(row, caseworker);
      if (!fast) slow.push(this.wraps.fastWrap(row, caseKeys, caseworker));
      return placesOf(words, await this.texts.of(row, batch, caseKeys));
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }
}

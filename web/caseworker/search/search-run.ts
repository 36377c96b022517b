import type { FragmentOf } from '../../shared/graphql.ts';
import type { Failure } from '../service/failure.ts';
import { ValueStore } from '../service/store.ts';
import type { SearchHit_hit } from './SearchHit.tsx';

/** More hits than anybody reads: another word finds better. */
export const MOST_HITS = 200;

export type Hit = { readonly case: { readonly id: string } } & FragmentOf<typeof SearchHit_hit>;

/** What one stretch of a search brought. */
export interface StretchFound {
  readonly hits: readonly Hit[];
  readonly scanned: number;
  readonly total: number;
  readonly endCursor: string | null;
}

/** Asks for one stretch; never throws. */
export type SearchStretch = (text: string, after: string | null) => Promise<StretchFound | Failure>;

/**
 * Where a search stands.
 *
 * - `running`: stretches are still coming.
 * - `finished`: all was looked through. `full`: there were too many hits to go on.
 * - `stopped`: somebody stopped it, or `failure` did; it can go on from there.
 */
export interface Search {
  readonly text: string;
  readonly stage: 'nothing' | 'running' | 'stopped' | 'finished' | 'full';
  readonly hits: readonly Hit[];
  readonly scanned: number;
  readonly total: number;
  readonly endCursor: string | null;
  readonly failure: Failure | null;
}

const NOTHING: Search = {
  text: '',
  stage: 'nothing',
  hits: [],
  scanned: 0,
  total: 0,
  endCursor: null,
  failure: null,
};

/** Searches stretch by stretch. It outlives its page, so that the way back from a case leads to what was found. */
export class SearchRun extends ValueStore<Search> {
  #turn = 0;

  constructor(private readonly ask: SearchStretch) {
    super(NOTHING);
  }

  /** Begins anew; what was searched for before is forgotten. */
  begin(text: string): Promise<void> {
    this.set({ ...NOTHING, text, stage: 'running' });
    return this.#run();
  }

  /** Goes on where it stopped. */
  goOn(): Promise<void> {
    this.set({ ...this.get(), stage: 'running', failure: null });
    return this.#run();
  }

  /** What was found so far stays. */
  stop(): void {
    this.#turn += 1;
    if (this.get().stage === 'running') this.set({ ...this.get(), stage: 'stopped' });
  }

  /** Shows a case no more that was found. */
  leaveOut(caseId: string): void {
    const now = this.get();
    this.set({ ...now, hits: now.hits.filter((hit) => hit.case.id !== caseId) });
  }

  /** Forgets all of it. */
  forget(): void {
    this.#turn += 1;
    this.set(NOTHING);
  }

  async #run(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    while (this.get().stage === 'running') {
      const { text, endCursor } = this.get();
      const found = await this.ask(text, endCursor);
      if (turn !== this.#turn) return;
      this.set(withStretch(this.get(), found));
    }
  }
}

function withStretch(search: Search, found: StretchFound | Failure): Search {
  if (typeof found === 'string') return { ...search, stage: 'stopped', failure: found };
  const hits = [...search.hits, ...found.hits].slice(0, MOST_HITS);
  const { scanned, total, endCursor } = found;
  if (endCursor === null) return { ...search, hits, scanned, total, endCursor, stage: 'finished' };
  return { ...search, hits, scanned, total, endCursor, stage: hits.length < MOST_HITS ? 'running' : 'full' };
}

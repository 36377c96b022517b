import { newIdempotencyKey } from '../../service/idempotency-key.ts';
import { ValueStore } from '../../service/store.ts';
import { type Draft, isUnsent, newDraft } from './draft.ts';

/** What is being written, and on which case. */
export interface DraftPlace {
  readonly caseId: string;
  readonly kind: 'NOTE' | 'REPLY';
}

/**
 * The notes and replies that are being written, in the memory of this page.
 *
 * They stand outside of the pages, so that neither leaving a case, nor the end of the session, nor an answer that
 * comes late loses one. Its value is a count that grows with every change.
 */
export class Drafts extends ValueStore<number> {
  readonly #drafts = new Map<string, Draft>();

  constructor() {
    super(0);
  }

  /** The draft of a place: the same one, with the same key, however often it is asked for; empty at first. */
  of(place: DraftPlace): Draft {
    const kept = this.#drafts.get(placeName(place)) ?? newDraft(newIdempotencyKey());
    this.#drafts.set(placeName(place), kept);
    return kept;
  }

  /** Replaces the draft of a place by what `step` makes of it, and gives that back. */
  step(place: DraftPlace, step: (draft: Draft) => Draft): Draft {
    const next = step(this.of(place));
    this.#drafts.set(placeName(place), next);
    this.set(this.get() + 1);
    return next;
  }

  /** Whether any of a case holds words that did not go out. */
  hasUnsent(place: DraftPlace): boolean {
    return isUnsent(this.of(place));
  }

  /** Throws away what stands on a case. */
  forget(caseId: string): void {
    for (const kind of ['NOTE', 'REPLY'] as const) this.#drafts.delete(placeName({ caseId, kind }));
    this.set(this.get() + 1);
  }

  /** Throws all of them away. */
  discard(): void {
    this.#drafts.clear();
    this.set(this.get() + 1);
  }
}

/** One text for one place, to look things up by. */
export function placeName({ kind, caseId }: DraftPlace): string {
  return `${kind} ${caseId}`;
}

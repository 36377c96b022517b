import { newIdempotencyKey } from '../../service/idempotency-key.ts';
import { ValueStore } from '../../service/store.ts';
import { isUnsent, newDraft, type ReplyDraft } from './reply-draft.ts';

/**
 * The replies that are being written, by case, in the memory of this page only.
 *
 * They stand outside of the pages, so that neither leaving a case, nor the end of the session, nor an answer that
 * comes late loses one. Its value is a count that grows with every change.
 */
export class ReplyDrafts extends ValueStore<number> {
  readonly #drafts = new Map<string, ReplyDraft>();

  constructor() {
    super(0);
  }

  /** The draft of a case: the same one, with the same key, however often it is asked for; empty at first. */
  of(caseId: string): ReplyDraft {
    const kept = this.#drafts.get(caseId) ?? newDraft(newIdempotencyKey());
    this.#drafts.set(caseId, kept);
    return kept;
  }

  /** Replaces the draft of a case by what `step` makes of it, and gives that back. */
  step(caseId: string, step: (draft: ReplyDraft) => ReplyDraft): ReplyDraft {
    const next = step(this.of(caseId));
    this.#drafts.set(caseId, next);
    this.set(this.get() + 1);
    return next;
  }

  /** How many hold words that did not go out. */
  unsentCount(): number {
    return [...this.#drafts.values()].filter(isUnsent).length;
  }

  /** Throws all of them away. */
  discard(): void {
    this.#drafts.clear();
    this.set(this.get() + 1);
  }
}

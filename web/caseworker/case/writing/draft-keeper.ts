import { ValueStore } from '../../service/store.ts';
import { restored } from './draft.ts';
import type { DraftChannel, DraftLeft } from './draft-channel.ts';
import { type DraftPlace, type Drafts, placeName } from './drafts.ts';

const SAVE_AFTER = 1_000; // 1 second without another key
const TRY_AGAIN_AFTER = 15_000; // 15 seconds

/** Hands one draft to the service. @returns whether it is kept there now; never throws. */
export type SaveDraft = (place: DraftPlace, text: string) => Promise<boolean>;

interface Kept {
  readonly place: DraftPlace;
  /** What the service has; null once another tab may have put other words in its place, or taken them away. */
  saved: string | null;
  saving: Promise<void> | null;
  /** What was heard of the place since the save that is under way began. */
  heard: DraftLeft | null;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Keeps what is being written with the account, sealed, so that it outlives the page. One save of a place at a time,
 * the newest text last, and a blank one deletes it: what was sent is not offered again.
 *
 * Tabs of one browser share the place, and tell each other what they did with it, so that none says of its words that
 * they are kept while another one's are.
 *
 * Its value is a count that grows whenever something was saved or failed to be.
 */
export class DraftKeeper extends ValueStore<number> {
  readonly #kept = new Map<string, Kept>();
  readonly #restoredCases = new Set<string>();

  constructor(
    private readonly drafts: Drafts,
    private readonly save: SaveDraft,
    private readonly tabs: DraftChannel,
  ) {
    super(0);
    tabs.follow((place, left) => this.#heard(place, left));
  }

  /** Whether the drafts of a case were fetched on this page before. */
  hasRestored(caseId: string): boolean {
    return this.#restoredCases.has(caseId);
  }

  /** The drafts of a case have arrived from the service. */
  restore(
    caseId: string,
    texts: readonly { readonly kind: DraftPlace['kind']; readonly text: string }[],
  ): void {
    if (this.hasRestored(caseId)) return;
    this.#restoredCases.add(caseId);
    for (const { kind, text } of texts) {
      const place = { caseId, kind };
      this.#of(place).saved = text;
      this.drafts.step(place, (draft) => restored(draft, text));
    }
    for (const kind of ['NOTE', 'REPLY'] as const) this.changed({ caseId, kind });
  }

  /** The text of a place may be another one now: it is saved soon. */
  changed(place: DraftPlace): void {
    const kept = this.#of(place);
    clearTimeout(kept.timer);
    if (this.isSaved(place)) return;
    kept.timer = setTimeout(() => void this.flush(place), SAVE_AFTER);
  }

  /** Whether the service has what stands here. */
  isSaved(place: DraftPlace): boolean {
    const { text } = this.drafts.of(place);
    const { saved } = this.#of(place);
    // Where nothing stands here, the words of another tab are left alone.
    return text === saved || (text.trim() === '' && (saved ?? '').trim() === '');
  }

  /** The text of a place was sent, with which the service has deleted its draft, whichever tab it was of. */
  sent(place: DraftPlace): void {
    this.#of(place).saved = '';
    this.tabs.tell(place, 'nothing');
  }

  /** Saves a place now. What was kept before must have arrived first, or it would be written over. */
  async flush(place: DraftPlace): Promise<void> {
    const kept = this.#of(place);
    clearTimeout(kept.timer);
    if (!this.hasRestored(place.caseId)) return;
    kept.saving ??= this.#saveAll(kept).finally(() => {
      kept.saving = null;
    });
    await kept.saving;
  }

  /** Saves whatever is not saved yet. @returns whether all of it is now. */
  async flushAll(): Promise<boolean> {
    await Promise.all([...this.#kept.values()].map(({ place }) => this.flush(place)));
    return this.unsavedCount() === 0;
  }

  /** Keeps nothing of a case any more, and does not try to. */
  forget(caseId: string): void {
    this.#restoredCases.delete(caseId);
    for (const kind of ['NOTE', 'REPLY'] as const) {
      const name = placeName({ caseId, kind });
      clearTimeout(this.#kept.get(name)?.timer);
      this.#kept.delete(name);
    }
    this.set(this.get() + 1);
  }

  /** How many places hold words that the service does not have. */
  unsavedCount(): number {
    return [...this.#kept.values()].filter(
      ({ place }) => this.drafts.hasUnsent(place) && !this.isSaved(place),
    ).length;
  }

  async #saveAll(kept: Kept): Promise<void> {
    while (!this.isSaved(kept.place)) {
      const { text } = this.drafts.of(kept.place);
      kept.heard = null;
      const wasSaved = await this.save(kept.place, text);
      if (wasSaved) kept.saved = kept.heard === null ? text : null;
      // Also where no answer came: it may have arrived.
      this.tabs.tell(kept.place, text.trim() === '' ? 'nothing' : 'words');
      this.set(this.get() + 1);
      if (!wasSaved) {
        const isForgotten = this.#kept.get(placeName(kept.place)) !== kept;
        if (!isForgotten) kept.timer = setTimeout(() => void this.flush(kept.place), TRY_AGAIN_AFTER);
        return;
      }
      if (kept.heard === 'words') return;
    }
  }

  /**
   * Another tab wrote over this place, or emptied it. Only an emptied one is filled again at once: two tabs with words
   * would take the place from each other for ever.
   */
  #heard(place: DraftPlace, left: DraftLeft): void {
    const kept = this.#kept.get(placeName(place));
    if (kept === undefined || !this.hasRestored(place.caseId)) return;
    kept.saved = left === 'nothing' ? '' : null;
    kept.heard = left;
    this.set(this.get() + 1);
    if (left === 'nothing') void this.flush(place);
  }

  #of(place: DraftPlace): Kept {
    const kept = this.#kept.get(placeName(place)) ?? {
      place,
      saved: '',
      saving: null,
      heard: null,
      timer: undefined,
    };
    this.#kept.set(placeName(place), kept);
    return kept;
  }
}

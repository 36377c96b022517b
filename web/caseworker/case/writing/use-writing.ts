import { useDashboard } from '../../app/dashboard.ts';
import { failureOf } from '../../service/failure.ts';
import { newIdempotencyKey } from '../../service/idempotency-key.ts';
import { useStore } from '../../service/store.ts';
import { answered, type Draft, failed, sending, type WritingAnswer, written } from './draft.ts';
import type { DraftPlace } from './drafts.ts';

/** What is being written in one place. */
export interface Writing {
  readonly draft: Draft;
  /** `none` where nothing stands. */
  readonly kept: 'none' | 'saved' | 'unsaved';
  write(text: string): void;
  /** Saves the draft now: the focus leaves the field. */
  keep(): void;
  /** Sends the draft under its key, or says in the draft why not. Never throws. @returns what became of it. */
  send(): Promise<Draft>;
}

/**
 * Writes and sends a note or a reply. Draft and answer live outside of the page, so that an answer that comes after
 * leaving it still settles the draft.
 *
 * @param post sends one text under one key. @returns what the service answered; null where it answered nothing.
 */
export function useWriting(
  place: DraftPlace,
  post: (draft: Pick<Draft, 'text' | 'idempotencyKey'>) => Promise<WritingAnswer | null>,
): Writing {
  const { drafts, keeper } = useDashboard();
  useStore(drafts);
  useStore(keeper);
  const draft = drafts.of(place);

  const attempt = async (): Promise<Draft> => {
    if (drafts.of(place).isSending) return drafts.of(place);
    const onItsWay = drafts.step(place, sending);
    if (!onItsWay.isSending) return onItsWay;
    try {
      const answer = await post(onItsWay);
      if (answer === null) return drafts.step(place, (now) => failed(now, 'service'));
      return drafts.step(place, (now) => answered(now, answer, newIdempotencyKey()));
    } catch (error) {
      return drafts.step(place, (now) => failed(now, failureOf(error)));
    }
  };

  return {
    draft,
    kept: draft.text.trim() === '' ? 'none' : keeper.isSaved(place) ? 'saved' : 'unsaved',
    write: (text) => {
      drafts.step(place, (now) => written(now, text));
      keeper.changed(place);
    },
    keep: () => void keeper.flush(place),
    send: async () => {
      const settled = await attempt();
      if (settled.wasSent) keeper.sent(place);
      keeper.changed(place);
      return settled;
    },
  };
}

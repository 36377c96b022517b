import { assertNever } from '../../../shared/assert-never.ts';
import type { Failure } from '../../service/failure.ts';

/** Why what was written is still a draft. `message` comes from the service and is safe to show. */
export type DraftProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'message-refused'; readonly message: string }
  | { readonly kind: 'unsure' | 'busy' | 'session-ended' | 'refused' }
  | { readonly kind: 'already-sent' | 'no-messaging' | 'case-not-found' | 'closed-meanwhile' }
  | { readonly kind: 'moved-on'; readonly newMessages: number };

/**
 * A note or a reply that is being written. It leaves the memory of this page only when it was sent or thrown away.
 *
 * `idempotencyKey` belongs to the draft, not to the attempt: while it is unknown whether an attempt arrived, every
 * further one, with whatever text, goes under the same key, so that one draft can become one note or reply at most.
 */
export interface Draft {
  readonly text: string;
  readonly idempotencyKey: string;
  readonly isSending: boolean;
  readonly wasSent: boolean;
  /** An attempt under this key got no answer, and none since has settled what became of it. */
  readonly mayHaveArrived: boolean;
  readonly problem: DraftProblem | null;
}

/** What the service said to a note or a reply. `refusal` is its sentence about the text, safe to show. */
export type WritingAnswer =
  | { readonly __typename: 'ReplySent' | 'CaseNoteAdded' }
  | { readonly __typename: 'InvalidMessage'; readonly refusal: string }
  | { readonly __typename: 'ConversationMovedOn'; readonly newMessages: number }
  | { readonly __typename: 'NoMessaging' | 'KeyReused' | 'CaseNotFound' | 'CaseClosedMeanwhile' }
  /** `isFault`: something broke on the way, perhaps after it was stored. */
  | { readonly __typename: 'ServiceBusy'; readonly isFault: boolean };

/** An empty draft. @param idempotencyKey 128 random bits, never used before. */
export function newDraft(idempotencyKey: string): Draft {
  return { text: '', idempotencyKey, isSending: false, wasSent: false, mayHaveArrived: false, problem: null };
}

/** The text was changed. What was said about the one before no longer holds, except that its fate is unknown. */
export function written(draft: Draft, text: string): Draft {
  if (draft.isSending) return draft;
  return { ...draft, text, wasSent: false, problem: draft.mayHaveArrived ? { kind: 'unsure' } : null };
}

/**
 * What was kept with the account arrives. Nothing that was written meanwhile is lost: it stands below.
 *
 * @param kept the text that the service has.
 */
export function restored(draft: Draft, kept: string): Draft {
  if (kept.trim() === '' || draft.isSending || draft.wasSent || draft.text === kept) return draft;
  return { ...draft, text: isUnsent(draft) ? `${kept}\n\n${draft.text}` : kept };
}

/** Whether there is anything to lose. */
export function isUnsent(draft: Draft): boolean {
  return draft.text.trim() !== '';
}

/** Somebody asked to send it: either it goes, or the draft says why not. */
export function sending(draft: Draft): Draft {
  if (draft.isSending) return draft;
  if (!isUnsent(draft)) return { ...draft, wasSent: false, problem: { kind: 'empty' } };
  return { ...draft, isSending: true, wasSent: false, problem: null };
}

/**
 * The service answered.
 *
 * @param freshKey for the next attempt, where the answer settles what became of the key: nothing was stored under it,
 *   or an earlier text was.
 */
export function answered(draft: Draft, answer: WritingAnswer, freshKey: string): Draft {
  switch (answer.__typename) {
    case 'ReplySent':
    case 'CaseNoteAdded':
      return { ...newDraft(freshKey), wasSent: true };
    case 'InvalidMessage':
      return refused(draft, freshKey, { kind: 'message-refused', message: answer.refusal });
    case 'ConversationMovedOn':
      return refused(draft, freshKey, { kind: 'moved-on', newMessages: answer.newMessages });
    case 'CaseClosedMeanwhile':
      return refused(draft, freshKey, { kind: 'closed-meanwhile' });
    case 'NoMessaging':
      return settled(draft, freshKey, { kind: 'no-messaging' });
    case 'KeyReused':
      return settled(draft, freshKey, { kind: 'already-sent' });
    case 'CaseNotFound':
      return settled(draft, freshKey, { kind: 'case-not-found' });
    case 'ServiceBusy':
      return failed(draft, answer.isFault ? 'service' : 'busy');
    default:
      return assertNever(answer);
  }
}

/** No answer came, or none that settles anything: text and key stay. */
export function failed(draft: Draft, failure: Failure): Draft {
  const mayHaveArrived = draft.mayHaveArrived || failure === 'unreachable' || failure === 'service';
  return { ...draft, isSending: false, mayHaveArrived, problem: problemAfter(failure, mayHaveArrived) };
}

function problemAfter(failure: Failure, mayHaveArrived: boolean): DraftProblem {
  if (mayHaveArrived || failure === 'unreachable' || failure === 'service') return { kind: 'unsure' };
  return { kind: failure };
}

/** An earlier text may stand under this key: a fresh one would let both out. */
function refused(draft: Draft, freshKey: string, problem: DraftProblem): Draft {
  return draft.mayHaveArrived ? { ...draft, isSending: false, problem } : settled(draft, freshKey, problem);
}

function settled(draft: Draft, idempotencyKey: string, problem: DraftProblem): Draft {
  return { ...draft, idempotencyKey, isSending: false, mayHaveArrived: false, problem };
}

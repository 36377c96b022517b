import type { AsideView } from '../frame/aside-view.ts';
import type { LoginFault } from '../session/log-in.ts';

/** A message that is not sent, as every page of writing carries it. */
export interface Unsent {
  readonly text: string;
  /** 128 random bits, base64url */
  readonly idempotencyKey: string;
  /** the session in which its first page was made, see `sessionMark` */
  readonly session: string;
}

/** What the pages of writing a message show. */
export type WriteView =
  | AsideView
  | ({ readonly kind: 'write'; readonly fault: WriteFault | null } & Unsent)
  | ({ readonly kind: 'review'; readonly notice: ReviewNotice | null } & Unsent)
  /** the message stays until somebody enters a code again */
  | ({
      readonly kind: 'signed-out';
      readonly why: SignedOut;
      readonly typed: string;
      readonly fault: LoginFault | null;
    } & Unsent)
  /** somebody goes back to their messages, and would lose what they wrote */
  | ({ readonly kind: 'leaving' } & Unsent)
  | { readonly kind: 'closed'; readonly text: string }
  /** the service failed; every field is kept, so that the same can be tried again */
  | { readonly kind: 'try-again'; readonly fields: readonly (readonly [name: string, value: string])[] };

/** Why a code is asked for: the session ended; the browser sent none; or it sent another than the page was made in. */
export type SignedOut = 'ended' | 'no-cookie' | 'other';

/** Longest message, in characters. The service has the last word; here it is for the count and the sentence. */
export const LONGEST_MESSAGE = 5_000;

/** What stands against the words: there are none, too many, or the service does not take them. */
export type WriteFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly count: number }
  | { readonly kind: 'refused' };

/** What there is to say about sending. */
export type ReviewNotice =
  | { readonly kind: 'busy'; readonly seconds: number }
  /** the service is out of reach, and nobody knows whether the message was stored */
  | { readonly kind: 'away' }
  | { readonly kind: 'key-reused' };

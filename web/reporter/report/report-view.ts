import type { AsideView } from '../frame/aside-view.ts';
import type { RefusedAnswer, RefusedReason } from './refused-answer.ts';
import type { Turn } from './take-step.ts';

/** Something to say about the page as a whole. */
export type Notice =
  | { readonly kind: 'busy'; readonly seconds: number }
  /** the service is out of reach, and nobody knows whether the report was stored */
  | { readonly kind: 'away' }
  | { readonly kind: 'code-replaced' }
  | { readonly kind: 'questions-changed' }
  | { readonly kind: 'nothing-answered' }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'refused'; readonly reason: RefusedReason; readonly faults: readonly RefusedAnswer[] };

/** A page of the form. */
export interface FormView extends Turn {
  readonly kind: 'form';
  readonly notice: Notice | null;
}

/** What the answer to a GET or a POST of the form shows. */
export type ReportView =
  | FormView
  | AsideView
  /** the draft stays, so that it can be sent later */
  | { readonly kind: 'closed'; readonly draft: FormView['draft'] }
  /** the service failed; every field is kept, so that the same can be tried again */
  | { readonly kind: 'try-again'; readonly fields: readonly (readonly [name: string, value: string])[] }
  /** the hidden field could not be read */
  | { readonly kind: 'unreadable' };

/** A page of the form with something to say, or nothing. */
export function formView(turn: Turn, notice: Notice | null = null): FormView {
  return { kind: 'form', ...turn, notice };
}

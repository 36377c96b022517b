import type { ActOutcome } from '../../case/work/act-outcome.ts';
import type { CaseMove } from '../../case/work/statuses.ts';

/** One act that is done with several cases. Replying is none of them. */
export type BulkAct =
  | { readonly kind: 'assign'; readonly to: { readonly id: string; readonly name: string } | null }
  | { readonly kind: 'status'; readonly to: CaseMove; readonly reason: string | null }
  | {
      readonly kind: 'label';
      readonly label: { readonly id: string; readonly text: string };
      readonly isOn: boolean;
    };

/** A case as the list showed it. */
export interface ListedCase {
  readonly id: string;
  readonly number: string;
  /** Place of the last message that was there, 0 for none. */
  readonly lastSeq: number;
}

/** One case of a bulk. `outcome` is null until it was tried. */
export interface BulkItem {
  readonly caseId: string;
  readonly number: string;
  readonly lastSeq: number;
  /** The same for every try. */
  readonly idempotencyKey: string;
  readonly outcome: ActOutcome | null;
}

/**
 * Where a bulk stands.
 *
 * - `waiting`: nothing was done yet, and undoing it leaves no trace. Closing a case and opening it again would leave
 *   one in its history and move its deadlines, and no case can be made new again; so it begins late instead.
 * - `running`: one case after the other.
 * - `paused`: the service could not be reached, or nobody is signed in; what is left can go on.
 * - `finished`: every case has its outcome.
 */
export interface Bulk {
  readonly stage: 'waiting' | 'running' | 'paused' | 'finished';
  readonly act: BulkAct;
  readonly items: readonly BulkItem[];
}

/** Most cases of one bulk. */
export const MOST_IN_BULK = 200;

/**
 * A bulk before its start.
 *
 * @param cases at least one; what is beyond {@link MOST_IN_BULK} is left out. @param newKey gives 128 random bits.
 */
export function newBulk(act: BulkAct, cases: readonly ListedCase[], newKey: () => string): Bulk {
  const items = cases.slice(0, MOST_IN_BULK).map(
    ({ id, number, lastSeq }): BulkItem => ({
      caseId: id,
      number,
      lastSeq,
      idempotencyKey: newKey(),
      outcome: null,
    }),
  );
  return { stage: 'waiting', act, items };
}

/** Begins, or goes on after a pause. */
export function started(bulk: Bulk): Bulk {
  return bulk.stage === 'finished'
    ? bulk
    : { ...bulk, stage: nextItem(bulk) === null ? 'finished' : 'running' };
}

/** The case whose turn it is; null where none is left. */
export function nextItem(bulk: Bulk): BulkItem | null {
  return bulk.items.find(({ outcome }) => outcome === null) ?? null;
}

/**
 * One case was tried. What says nothing about the case itself (no connection, no session, a busy service) pauses the
 * whole, and the case stays to be tried again under its key.
 */
export function tried(bulk: Bulk, caseId: string, outcome: ActOutcome): Bulk {
  if (isPassing(outcome)) return { ...bulk, stage: 'paused' };
  const items = bulk.items.map((item) => (item.caseId === caseId ? { ...item, outcome } : item));
  const next = { ...bulk, items };
  return nextItem(next) === null ? { ...next, stage: 'finished' } : next;
}

/** The same without one case; null where it was the only one. */
export function without(bulk: Bulk, caseId: string): Bulk | null {
  const items = bulk.items.filter((item) => item.caseId !== caseId);
  if (items.length === 0) return null;
  const next = { ...bulk, items };
  return bulk.stage === 'running' && nextItem(next) === null ? { ...next, stage: 'finished' } : next;
}

/** How many cases were tried, and with how many it was not done. */
export function tally({ items }: Bulk): { readonly done: number; readonly refused: number } {
  const outcomes = items.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]));
  const done = outcomes.filter(({ kind }) => kind === 'done').length;
  return { done, refused: outcomes.length - done };
}

function isPassing(outcome: ActOutcome): boolean {
  return outcome.kind === 'failed' && outcome.failure !== 'refused';
}

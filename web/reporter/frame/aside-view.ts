import type { SentForm } from '../form.ts';
import { ASIDES, type AsideName } from './asides.ts';

/** A text read in between; every field that came stands in its page and goes back with "stay". */
export interface AsideView {
  readonly kind: 'aside';
  readonly name: AsideName;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** What was pressed is not repeated, and a code that was typed is not kept. */
const DROPPED = new Set(['aside', 'go', 'code']);

/**
 * Answers the wish to read something in between. Asks nothing of the service, so it works while that is gone.
 *
 * @returns `null` where the form wants something else.
 */
export function asideFor(form: SentForm): AsideView | null {
  if (!form.has('aside')) return null;
  const wanted = form.text('aside');
  return {
    kind: 'aside',
    name: ASIDES.find(({ name }) => name === wanted)?.name ?? 'support',
    fields: form.entries().filter(([name]) => !DROPPED.has(name)),
  };
}

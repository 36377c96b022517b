import type { Day } from '../shared/day.ts';
import type { CaseFileEntity } from './case-file.entity.ts';

/**
 * The day from which the time counts that a case is kept: that of closing, or that on which the last person left who could
 * open it, whichever came later. Null while somebody works on it.
 */
export function endedOn({ closedOn, lostOn }: Pick<CaseFileEntity, 'closedOn' | 'lostOn'>): Day | null {
  if (closedOn === null || lostOn === null) return closedOn ?? lostOn;
  return closedOn > lostOn ? closedOn : lostOn;
}

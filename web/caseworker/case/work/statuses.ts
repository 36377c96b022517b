/** The statuses in the order in which a case goes through them. */
export const CASE_STATUSES = ['NEW', 'OPEN', 'WAITING_FOR_REPORTER', 'ON_HOLD', 'CLOSED'] as const;
/** Where the work on a case may stand. */
export type CaseStatus = (typeof CASE_STATUSES)[number];

const MOVES = ['OPEN', 'WAITING_FOR_REPORTER', 'ON_HOLD', 'CLOSED'] as const;
/** Where a case can be moved to; none becomes new again. */
export type CaseMove = (typeof MOVES)[number];

/**
 * What is offered for a case; the service decides. A closed one can be opened again and nothing else.
 *
 * @param status where it stands; null for several cases at once.
 */
export function movesFrom(status: CaseStatus | null): readonly CaseMove[] {
  if (status === 'CLOSED') return ['OPEN'];
  return MOVES.filter((move) => move !== status);
}

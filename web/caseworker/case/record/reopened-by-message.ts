/** What the history tells of a change of status. */
interface StatusAct {
  readonly id: string;
  readonly kind: string;
  readonly fromStatus: string | null;
  readonly toStatus: string | null;
}

/**
 * Finds the closings after which a message of the reporter opened the case again. No act of theirs is written down: it
 * follows from the next change of status, which found the case open, or from where the case stands now.
 *
 * @param history the oldest first. @param status of the case now.
 * @returns ids of acts.
 */
export function reopenedByMessage(history: readonly StatusAct[], status: string): ReadonlySet<string> {
  const changes = history.filter(({ kind }) => kind === 'STATUS_CHANGED');
  return new Set(
    changes
      .filter(({ toStatus }, index) => {
        const next = changes[index + 1]?.fromStatus ?? status;
        return toStatus === 'CLOSED' && next !== 'CLOSED';
      })
      .map(({ id }) => id),
  );
}

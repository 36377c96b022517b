/** The case whose row has the focus, or holds what has it; null where no row does. */
export function focusedCase(table: HTMLTableElement | null): string | null {
  const row = document.activeElement?.closest<HTMLElement>('tr[data-case]') ?? null;
  return row !== null && table?.contains(row) === true ? (row.dataset['case'] ?? null) : null;
}

/** Moves the focus to the link of the row so many rows further, or of the first one. @returns whether there is one. */
export function focusRow(table: HTMLTableElement | null, find: RowFinder): boolean {
  const rows = [...(table?.querySelectorAll<HTMLElement>('tr[data-case]') ?? [])];
  const ids = rows.map((row) => row.dataset['case'] ?? '');
  const link = rows[find(ids)]?.querySelector<HTMLElement>('th a');
  if (!link) return false;
  link.focus();
  link.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Names a row by its place among all; -1 for none. */
export type RowFinder = (ids: readonly string[]) => number;

/** The row next to another one, within the list; the first where there is no other. */
export function nextTo(id: string | null, step: 1 | -1): RowFinder {
  return (ids) => {
    const index = id === null ? -1 : ids.indexOf(id);
    return index < 0 ? 0 : Math.min(Math.max(index + step, 0), ids.length - 1);
  };
}

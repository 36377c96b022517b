/** Most cases that one act is done with at once. */
export const MOST_SELECTED = 200;

/** Which rows are ticked, and where the last tick was, from which a range goes. */
export interface RowSelection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const NOTHING_SELECTED: RowSelection = { ids: new Set(), anchor: null };

/** Ticks or unticks one row. Never more than {@link MOST_SELECTED}. */
export function ticked(selection: RowSelection, id: string): RowSelection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id) && ids.size < MOST_SELECTED) ids.add(id);
  return { ids, anchor: id };
}

/**
 * Gives all rows from the last tick to this one the state that this one gets.
 *
 * @param order the rows as they stand.
 */
export function tickedThrough(selection: RowSelection, id: string, order: readonly string[]): RowSelection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return ticked(selection, id);
  const isOn = !selection.ids.has(id);
  const ids = new Set(selection.ids);
  for (const each of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (!isOn) ids.delete(each);
    else if (ids.size < MOST_SELECTED) ids.add(each);
  }
  return { ids, anchor: id };
}

/** Ticks every row, or none where all are ticked already. */
export function tickedAll(selection: RowSelection, order: readonly string[]): RowSelection {
  const wanted = order.slice(0, MOST_SELECTED);
  const isAll = wanted.every((id) => selection.ids.has(id));
  return isAll ? NOTHING_SELECTED : { ids: new Set(wanted), anchor: null };
}

/** Forgets what no longer stands in the list. */
export function keptIn(selection: RowSelection, order: readonly string[]): RowSelection {
  const there = new Set(order);
  const ids = new Set([...selection.ids].filter((id) => there.has(id)));
  return ids.size === selection.ids.size ? selection : { ...selection, ids };
}

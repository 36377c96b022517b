import { isSaidBy } from '../service/same-data.ts';

/** What tells one case of a list from another. */
interface Row {
  readonly id: string;
}

/**
 * Finds what changed between the list that is shown and the one the service would give now.
 *
 * @param shown the rows on the page. @param fresh as many rows, from the top, as the service gives them now; they may
 *   hold fewer fields.
 * @returns the ids that are new or say something else; where none are, those that are gone.
 */
export function changedRows(shown: readonly Row[], fresh: readonly Row[]): readonly string[] {
  const byId = new Map(shown.map((row) => [row.id, row]));
  const newOrOther = fresh.filter((row) => !isSaidBy(byId.get(row.id), row));
  if (newOrOther.length > 0) return newOrOther.map((row) => row.id);
  const stillThere = new Set(fresh.map((row) => row.id));
  return shown.filter((row) => !stillThere.has(row.id)).map((row) => row.id);
}

/** Each case once, where it stood first: between two pages a case may move past the cursor and come again. */
export function eachOnce<R extends Row>(rows: readonly R[]): readonly R[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

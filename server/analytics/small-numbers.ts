/** What published counts are rounded to. */
export const ROUNDING = 5;

/** Labels that are told together, as one number. */
export interface Group {
  readonly labels: readonly string[];
  readonly count: number;
}

/** A published count. */
export function rounded(count: number): number {
  return Math.round(count / ROUNDING) * ROUNDING;
}

/**
 * Shares reports out into groups that each hold at least the threshold, so that no remainder can be worked out either.
 *
 * Every label below the threshold, zero included, goes into one group; the smallest of the others follow until that group
 * holds the threshold. The labels have to add up to all reports: a number that is missing is then always one of several.
 *
 * @returns one group for each label that can be told and one for all others; null: nothing can be told.
 */
export function shareOut(numbers: ReadonlyMap<string, number>, threshold: number): Group[] | null {
  const ascending = [...numbers].sort(([one, few], [other, many]) => few - many || (one < other ? -1 : 1));
  const together: string[] = [];
  let sum = 0;
  while (ascending.length > 0) {
    const [label, number] = ascending[0] as [string, number];
    const isNeeded = number < threshold || (together.length > 0 && sum < threshold);
    if (!isNeeded) break;
    together.push(label);
    sum += number;
    ascending.shift();
  }
  if (ascending.length === 0) return null;
  const told = ascending.map(([label, count]) => ({ labels: [label], count }));
  if (together.length > 0) return [...told, { labels: together.sort(), count: sum }];
  return told.length > 1 ? told : null;
}

/**
 * Whether the number of reports with something may be told: those with it and those without it are both at least the
 * threshold, because the second number follows from the first.
 */
export function canTell(count: number, all: number, threshold: number): boolean {
  return count >= threshold && all - count >= threshold;
}

/**
 * Shares reports out into runs of neighbouring labels that each hold at least the threshold.
 *
 * @param sections labels in their order, in sections; a run crosses the end of a section only where a section holds less
 *   than the threshold.
 * @returns null: all reports together are fewer than the threshold, or nothing but one run would be left.
 */
export function shareOutInOrder(
  sections: readonly (readonly (readonly [string, number])[])[],
  threshold: number,
): Group[] | null {
  const runs = joinedUp(
    sections.map((section) => ({
      labels: section,
      count: section.reduce((sum, [, number]) => sum + number, 0),
    })),
    threshold,
    (one, other) => [...one, ...other],
  ).flatMap(({ labels }) =>
    joinedUp(
      labels.map(([label, count]) => ({ labels: [label], count })),
      threshold,
      (one: readonly string[], other) => [...one, ...other],
    ),
  );
  return runs.length > 1 && runs.every(({ count }) => count >= threshold) ? runs : null;
}

interface Run<Labels> {
  readonly labels: Labels;
  readonly count: number;
}

/** Joins neighbours until each run holds the threshold; what is left at the end joins the last run. */
function joinedUp<Labels>(
  runs: readonly Run<Labels>[],
  threshold: number,
  join: (one: Labels, other: Labels) => Labels,
): Run<Labels>[] {
  const done: Run<Labels>[] = [];
  let open: Run<Labels> | null = null;
  for (const run of runs) {
    open = open ? { labels: join(open.labels, run.labels), count: open.count + run.count } : run;
    if (open.count < threshold) continue;
    done.push(open);
    open = null;
  }
  const last = done.pop();
  if (open && last) done.push({ labels: join(last.labels, open.labels), count: last.count + open.count });
  else if (open ?? last) done.push((open ?? last) as Run<Labels>);
  return done;
}

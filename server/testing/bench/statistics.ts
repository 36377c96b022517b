/** The middle of several measurements of the same thing, and the smallest and largest of them. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/**
 * What so many per cent of the measurements do not exceed, by the nearest rank.
 *
 * @param percent above 0, at most 100.
 * @throws {RangeError} nothing was measured.
 */
export function percentile(measured: readonly number[], percent: number): number {
  const sorted = [...measured].sort((one, other) => one - other);
  const found = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
  if (found === undefined) throw new RangeError('Nothing was measured');
  return found;
}

/** Middle, smallest and largest. @throws {RangeError} nothing was measured. */
export function spreadOf(measured: readonly number[]): Spread {
  const sorted = [...measured].sort((one, other) => one - other);
  const upper = percentile(sorted, 100);
  const half = sorted.length / 2;
  const middle = [sorted[Math.ceil(half) - 1] ?? upper, sorted[Math.floor(half)] ?? upper];
  return {
    median: ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2,
    least: sorted[0] ?? upper,
    most: upper,
  };
}

/** A sum of some cells that is known exactly. */
export interface Known {
  readonly cells: readonly number[];
  readonly sum: number;
}

const TINY = 1e-7;

/**
 * The most that some cells can hold together, where all cells are at least zero and these sums are known: what an
 * attacker can show at best. A simplex method with Bland's rule, so it ends.
 */
export function mostOf(wanted: readonly number[], cellCount: number, known: readonly Known[]): number {
  const rows = known.map(({ cells, sum }, index) => {
    const row = new Array<number>(cellCount + known.length + 1).fill(0);
    for (const cell of cells) row[cell] = 1;
    row[cellCount + index] = 1;
    row[row.length - 1] = sum;
    return row;
  });
  const basis = known.map((_, index) => cellCount + index);
  // First bring the artificial cells to zero, then ask for the most.
  const slack = new Array<number>(cellCount + known.length).fill(0).fill(-1, cellCount);
  solve(rows, basis, slack, cellCount + known.length);
  const gain = new Array<number>(cellCount + known.length).fill(0);
  for (const cell of wanted) gain[cell] = 1;
  return solve(rows, basis, gain, cellCount);
}

/** Moves to the best corner. @param columns how many of the columns may enter. */
function solve(rows: number[][], basis: number[], gain: readonly number[], columns: number): number {
  for (;;) {
    const price = (column: number) =>
      rows.reduce(
        (sum, row, index) => sum + (gain[basis[index] as number] as number) * (row[column] as number),
        0,
      );
    let entering = -1;
    for (let column = 0; column < columns; column += 1) {
      if ((gain[column] as number) - price(column) > TINY) {
        entering = column;
        break;
      }
    }
    const last = (rows[0]?.length ?? 1) - 1;
    if (entering < 0) return price(last);
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, row] of rows.entries()) {
      const by = row[entering] as number;
      if (by <= TINY) continue;
      const ratio = (row[last] as number) / by;
      const isLess = ratio < least - TINY;
      if (isLess || (ratio < least + TINY && (basis[index] as number) < (basis[leaving] as number))) {
        least = Math.min(ratio, least);
        leaving = index;
      }
    }
    if (leaving < 0) return Number.POSITIVE_INFINITY;
    pivot(rows, leaving, entering);
    basis[leaving] = entering;
  }
}

function pivot(rows: number[][], leaving: number, entering: number): void {
  const row = rows[leaving] as number[];
  const by = row[entering] as number;
  for (let column = 0; column < row.length; column += 1) row[column] = (row[column] as number) / by;
  for (const [index, other] of rows.entries()) {
    const factor = other[entering] as number;
    if (index === leaving || Math.abs(factor) < 1e-12) continue;
    for (let column = 0; column < other.length; column += 1) {
      other[column] = (other[column] as number) - factor * (row[column] as number);
    }
  }
}

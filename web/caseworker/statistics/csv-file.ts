/**
 * Where a spreadsheet would begin a formula. Where the comma parts decimals, a double click splits the file at semicolons, and
 * quotes count for nothing inside what is a cell there.
 */
const FORMULA_STARTS = /^(?=[\t\r])|(?:^|(?<=[;\t\r\n]"*))(?=[=+\-@＝＋－＠])/g;

/** What stands in one cell of a file. */
export type CsvCell = string | number;

/**
 * The text of a CSV file that a spreadsheet opens as it is: UTF-8 with a byte order mark, lines that end as RFC 4180 has
 * it, and no cell that would be run as a formula.
 */
export function csvFile(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: CsvCell): string {
  if (typeof value === 'number') return String(value);
  const safe = value.replace(FORMULA_STARTS, "'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

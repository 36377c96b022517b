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
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

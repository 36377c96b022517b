import type { Spread } from './statistics.ts';

/** One line of the results. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What stands beside it in the same run, and how much that is; null: nothing. */
  readonly beside: string | null;
  /** Measured divided by what stands beside it. */
  readonly ratio: string | null;
  readonly goal: string | null;
  /** null: there is no goal, or nothing could be measured. */
  readonly isMet: boolean | null;
}

const HEADINGS = ['What', 'Measured', 'Beside it', 'Ratio', 'Goal', 'Met'];

/** A number with three digits that count, and thousands apart. */
export function figure(value: number): string {
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en-GB');
  return String(Number(value.toPrecision(3)));
}

/** `12 (10–13) ms` */
export function figures({ median, least, most }: Spread, unit = ''): string {
  return `${figure(median)} (${figure(least)}–${figure(most)})${unit && ` ${unit}`}`;
}

/** The results as a table for a terminal. */
export function asText(rows: readonly Row[]): string {
  const lines = [HEADINGS, ...rows.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  drawn.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '));
  return `${drawn.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** The results as a Markdown table. */
export function asMarkdown(rows: readonly Row[]): string {
  const lines = [HEADINGS, HEADINGS.map(() => '---'), ...rows.map(cells)];
  return `${lines.map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`;
}

function cells({ what, measured, beside, ratio, goal, isMet }: Row): string[] {
  const met = isMet === null ? '–' : isMet ? 'yes' : 'no';
  return [what, measured, beside ?? '–', ratio ?? '–', goal ?? '–', met];
}

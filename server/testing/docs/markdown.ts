import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Root of the project. */
export const ROOT = join(import.meta.dirname, '..', '..', '..');

/** One fenced block of a document. */
export interface Fence {
  /** What stands behind the three backticks, e.g. `bash`. */
  readonly language: string;
  readonly text: string;
  /** Number of its first line in the document, from 1. */
  readonly line: number;
}

/** One row of a table by the heads of its columns, as it is written. */
export type TableRow = Readonly<Record<string, string>>;

const FENCE = /^```(\w*)\n(.*?)^```$/gms;

/** Reads a document. @param path below the root of the project, e.g. `docs/api.md`. */
export async function readDocument(path: string): Promise<string> {
  return await readFile(join(ROOT, path), 'utf8');
}

/** The fenced blocks of a document, in order. */
export function fencesOf(document: string): Fence[] {
  return [...document.matchAll(FENCE)].map(({ 1: language = '', 2: text = '', index }) => ({
    language,
    text,
    line: document.slice(0, index).split('\n').length + 1,
  }));
}

/**
 * The rows of the table whose first line has these heads.
 *
 * @throws {Error} there is no such table.
 */
export function tableUnder(document: string, ...heads: string[]): TableRow[] {
  const lines = document.split('\n');
  const start = lines.findIndex((line) => cellsOf(line).join('|') === heads.join('|'));
  if (start < 0) throw new Error(`There is no table with the heads ${heads.join(', ')}`);
  const rows: TableRow[] = [];
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith('|')) break;
    const cells = cellsOf(line);
    rows.push(Object.fromEntries(heads.map((head, column) => [head, cells[column] ?? ''])));
  }
  return rows;
}

/** What is written between backticks, or the text as it is. */
export function unquoted(cell: string): string {
  return /^`([^`]*)`/.exec(cell)?.[1] ?? cell;
}

function cellsOf(line: string): string[] {
  return line.startsWith('|')
    ? line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim())
    : [];
}

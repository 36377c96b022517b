import { getNamedType, isUnionType } from 'graphql';
import { readDocument, tableUnder, unquoted } from '../docs/markdown.ts';
import type { GraphQLAnswer } from '../graphql-client.ts';
import { PEOPLE, type Somebody } from './people.ts';
import type { RootField } from './sample-operation.ts';

/** What everybody is answered who asks one root field at one door. */
export type MatrixRow = Readonly<Record<'field' | 'door' | Somebody, string>>;

/** The rows of docs/authorisation.md as they are written there, sorted. */
export async function readMatrix(): Promise<MatrixRow[]> {
  const rows = tableUnder(await readDocument('docs/authorisation.md'), 'field', 'door', ...PEOPLE);
  return rows.map((row) => ({ ...row, field: unquoted(row['field'] ?? '') }) as MatrixRow);
}

/** Rows as lines of the document, sorted. */
export function linesOf(rows: readonly MatrixRow[]): string[] {
  return rows
    .map(
      (row) => `| \`${row.field}\` | ${row.door} | ${PEOPLE.map((somebody) => row[somebody]).join(' | ')} |`,
    )
    .sort();
}

/** The word for an answer: the code of its error, the member of its union, true or false, `null`, or `data`. */
export function outcomeOf({ field }: RootField, answer: GraphQLAnswer<Record<string, unknown>>): string {
  const [error] = answer.errors ?? [];
  if (error) return error.extensions?.code ?? 'an error without a code';
  const value = answer.data?.[field.name];
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return String(value);
  return isUnionType(getNamedType(field.type))
    ? String((value as { __typename: unknown }).__typename)
    : 'data';
}

/** Outcomes after which nothing may have been done. */
export function isRefusal(outcome: string): boolean {
  return /^(UNAUTHENTICATED|FORBIDDEN|BAD_USER_INPUT|null|false|\w+(NotFound|Refused))$/.test(outcome);
}

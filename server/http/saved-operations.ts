import { stringify } from 'csv-stringify/sync';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EndpointParts } from './endpoint-parts.ts';
import { answerIncident } from './fault-answers.ts';
import { errorBody, errorOfStatus, JSON_TYPE } from './fixed-answers.ts';
import type { MaskedError, PassedCode } from './mask.ts';
import { bearerToken, NO_COOKIE } from './session-tokens.ts';

/** An operation that is asked by its name, for tools that can only fetch an address. */
export interface SavedOperation {
  /** As it stands in the address. */
  readonly name: string;
  readonly query: string;
  /** The field of the query whose `rows` are the table. */
  readonly field: string;
  /** Variables that the address may set, by name; all others are refused. */
  readonly variables: readonly string[];
  /** Columns of the table, in their order. */
  readonly columns: readonly string[];
}

const STATUS_BY_CODE: Readonly<Partial<Record<PassedCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  THROTTLED: 429,
};

/** Serves each operation at `{prefix}/{name}.csv` and `.json`, to holders of a bearer token. */
export function mountSavedOperations(
  app: FastifyInstance,
  prefix: string,
  parts: EndpointParts,
  saved: readonly SavedOperation[],
): void {
  app.get(`${prefix}/:file`, async (request: FastifyRequest<{ Params: { file: string } }>, reply) => {
    const [, name, format] = /^([a-z0-9-]{1,60})\.(csv|json)$/.exec(request.params.file) ?? [];
    const token = bearerToken(request.headers.authorization);
    const viewer = await parts.door.identify(token);
    // Who may not ask does not learn which names there are either.
    if (viewer.kind === 'anyone') return refuse(reply, 401);
    const operation = saved.find((each) => each.name === name);
    if (!operation) return refuse(reply, 404);
    const variables = request.query as Record<string, unknown>;
    const isKnown = Object.entries(variables).every(
      ([key, value]) => operation.variables.includes(key) && typeof value === 'string' && value.length <= 200,
    );
    if (!isKnown) return refuse(reply, 400);
    const { data, errors } = await parts.operations.execute(
      { query: operation.query, variables, operationName: null },
      { viewer, caller: parts.callers.of(request.raw), staffCookie: NO_COOKIE },
    );
    const table = data?.[operation.field] as { rows: Record<string, unknown>[] } | null | undefined;
    if (!table) {
      // The mask made whatever is wrong; a question without an error has its table.
      const [error] = errors as readonly [MaskedError];
      const status = STATUS_BY_CODE[error.extensions.code];
      return status ? refuse(reply, status) : answerIncident(error, reply);
    }
    const rows = table.rows.map((row) =>
      Object.fromEntries(operation.columns.map((column) => [column, row[column] ?? null])),
    );
    reply.header('cache-control', 'no-store');
    return format === 'json'
      ? reply.type(JSON_TYPE).send(JSON.stringify(rows))
      : reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="${operation.name}.csv"`)
          .send(csvOf(rows, operation.columns));
  });
}

/** With the mark by which spreadsheets know UTF-8, and no cell that they would take for a formula. */
export function csvOf(rows: readonly Record<string, unknown>[], columns: readonly string[]): string {
  return stringify([...rows], {
    header: true,
    bom: true,
    record_delimiter: 'windows',
    columns: [...columns],
    escape_formulas: true,
    cast: { boolean: (value) => String(value) },
  });
}

function refuse(reply: FastifyReply, status: number): FastifyReply {
  // RFC 9110, 15.5.2: whoever is answered so has to learn how to prove themselves.
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  return reply
    .code(status)
    .type(JSON_TYPE)
    .send(errorBody([errorOfStatus(status)]));
}

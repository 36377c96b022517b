import { randomBytes } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { isDatabaseUnavailable } from '../database/database-unavailable.ts';
import type { Log } from '../shared/log.ts';
import { DATABASE_RETRY } from '../shared/or-busy.ts';

/** The only texts of errors that ever leave the server, by code. */
const SENTENCES = {
  UNAUTHENTICATED: 'This needs a session. It may have ended.',
  FORBIDDEN: 'This is not allowed.',
  BAD_USER_INPUT: 'The request does not fit this service.',
  THROTTLED: 'Too many requests just now. Try again later.',
  INTERNAL_SERVER_ERROR: 'Something went wrong on our side.',
} as const;

/** A code that passes the mask. */
export type PassedCode = keyof typeof SENTENCES;

/** Codes that Apollo Server and type-graphql use, by the code that passes in their place. */
const PASSES_AS = new Map<unknown, PassedCode>([
  ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
  ['FORBIDDEN', 'FORBIDDEN'],
  ['UNAUTHORIZED', 'FORBIDDEN'],
  ['THROTTLED', 'THROTTLED'],
  ['BAD_USER_INPUT', 'BAD_USER_INPUT'],
  ['BAD_REQUEST', 'BAD_USER_INPUT'],
  ['GRAPHQL_PARSE_FAILED', 'BAD_USER_INPUT'],
  ['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'],
  ['OPERATION_RESOLUTION_FAILURE', 'BAD_USER_INPUT'],
  ['PERSISTED_QUERY_NOT_FOUND', 'BAD_USER_INPUT'],
  ['PERSISTED_QUERY_NOT_SUPPORTED', 'BAD_USER_INPUT'],
]);

/** The error a client gets: a fixed sentence, a code, and numbers that say where in its own document. */
export interface MaskedError extends GraphQLFormattedError {
  readonly extensions: {
    readonly code: PassedCode;
    readonly incident?: string;
    /** Seconds. Absent where waiting does not help: only an absent database comes back by itself. */
    readonly retryAfterSeconds?: number;
  };
}

/** An error with one of the codes that pass and its fixed sentence. */
export function passedError(code: PassedCode): MaskedError {
  return { message: SENTENCES[code], extensions: { code } };
}

/**
 * Stands between every error and every client: on HTTP, on sockets, in process.
 *
 * Passes a code and a fixed sentence, never the error's own words, which may hold what a reporter typed: coercion
 * errors quote the variable, the database quotes the row. What was not foreseen is logged under a random incident id.
 */
export class ErrorMask {
  constructor(
    private readonly log: Log,
    /** Names the door in the log. */
    private readonly part: string,
  ) {}

  /** At most `most` errors. */
  maskAll(errors: readonly unknown[], most: number): MaskedError[] {
    return errors.slice(0, most).map((error) => this.mask(error));
  }

  mask(error: unknown): MaskedError {
    const code = codeOf(error);
    const masked = code === 'INTERNAL_SERVER_ERROR' ? this.incident(error) : passedError(code);
    if (!(error instanceof GraphQLError)) return masked;
    return {
      ...masked,
      ...(error.locations ? { locations: error.locations } : {}),
      ...(error.path ? { path: error.path } : {}),
    };
  }

  /** Logs what was not foreseen, without its text, and gives the error that names the incident. */
  incident(error: unknown): MaskedError {
    const incident = randomBytes(8).toString('hex');
    const root = rootOf(error);
    const isAway = isDatabaseUnavailable(root);
    const happened = isAway ? 'The database was out of reach.' : 'Something failed that should not.';
    this.log.error(happened, { incident, part: this.part, error: root });
    const { message, extensions } = passedError('INTERNAL_SERVER_ERROR');
    const retry = isAway ? { retryAfterSeconds: DATABASE_RETRY } : {};
    return { message, extensions: { ...extensions, incident, ...retry } };
  }
}

function codeOf(error: unknown): PassedCode {
  for (let each: unknown = error; each instanceof GraphQLError; each = each.originalError) {
    const { code } = each.extensions;
    if (code !== undefined) return PASSES_AS.get(code) ?? 'INTERNAL_SERVER_ERROR';
  }
  return isFaultOfRequest(error) ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
}

/**
 * graphql-js gives no code to errors of parsing, validation and coercion. They stand before any field ran (no path), or
 * point at a value in the document; what a resolver throws points at its field.
 */
function isFaultOfRequest(error: unknown): boolean {
  const root = rootOf(error);
  if (!(error instanceof GraphQLError) || !(root instanceof GraphQLError)) return false;
  if (error.path === undefined) return true;
  const place = root.nodes?.[0];
  return place !== undefined && place.kind !== Kind.FIELD;
}

/** What was thrown first, below what graphql-js and Apollo wrapped around it. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}

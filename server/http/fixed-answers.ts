import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type MaskedError, type PassedCode, passedError } from './mask.ts';
import type { HeaderList } from './security-headers.ts';

/** JSON as every client takes it. */
export const JSON_TYPE = 'application/json; charset=utf-8';

/** A page. */
export const PAGE_TYPE = 'text/html; charset=utf-8';

const CODES = new Map<number, PassedCode>([
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [429, 'THROTTLED'],
  [503, 'THROTTLED'],
]);

/** The error that belongs to an HTTP status; its text says nothing of the request. */
export function errorOfStatus(status: number): MaskedError {
  return passedError(CODES.get(status) ?? (status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR'));
}

/** The body that errors have on every HTTP answer but a page. */
export function errorBody(errors: readonly MaskedError[]): string {
  return JSON.stringify({ errors });
}

/**
 * Writes a whole refusal to a bare connection, where there is no response object: bad HTTP and refused upgrades.
 *
 * @param page an HTML document in the place of the error, where a person waits for it.
 */
export function refuseConnection(
  connection: Duplex,
  status: number,
  headers: HeaderList,
  page: string | null = null,
): void {
  const body = page ?? errorBody([errorOfStatus(status)]);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}`,
    'connection: close',
    `content-type: ${page === null ? JSON_TYPE : PAGE_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  connection.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => connection.destroy());
}

const MOST_NESTED = 6;

/**
 * SQLSTATE classes and codes under which a later try may succeed: connection (08), resources (53), shutting down, starting,
 * in recovery or cancelled (57), read-only after another server took over (25006), a transaction that took or was silent for
 * too long (25P03, 25P04), a lock that was not free in time (55P03), the system below (58000, 58030).
 *
 * While somebody keeps everybody out or puts a copy back, new connections are refused: ALLOW_CONNECTIONS is off (55000), the
 * name is gone (3D000), the role or its password is another just now (28). No statement of ours fails of these.
 *
 * Not among them: a deadlock and a serialization failure (40), which are tried again where they happen; what says that a
 * migration is missing (42); 25P02, behind which the true fault stands; files and memory that are broken (58P01, XX).
 */
const UNAVAILABLE_STATE =
  /^(08...|28...|3D000|53...|55000|57P0[1-5]|57014|25006|25P0[34]|55P03|58000|58030)$/;

const UNIQUE_VIOLATION = '23505';

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Sentences of pg and pg-pool, which give these errors no code. */
const DRIVER_SENTENCES =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout e(xpired|xceeded when trying to connect)|Query read timeout|Cannot use a pool after calling end|Called end on pool)/;

/** What TypeORM says to whoever goes on with a connection that it gave up because it broke. */
const GIVEN_UP = /^QueryRunner(Provider)?AlreadyReleasedError$/;

/**
 * Tells whether an error means that the database is out of reach or out of resources just now, so that the caller
 * answers `ServiceBusy` instead of an internal error. Looks through TypeORM's wrapping and through causes.
 *
 * What was under way may still have been committed: the caller's idempotency key decides at the next try.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  return chain(error).some(
    (each) =>
      UNAVAILABLE_STATE.test(textOf(each, 'code')) ||
      UNREACHABLE.has(textOf(each, 'code')) ||
      isMissingSocket(each) ||
      DRIVER_SENTENCES.test(textOf(each, 'message')) ||
      GIVEN_UP.test(textOf(each, 'name')),
  );
}

/** The file of a socket that a stopped PostgreSQL took away; any other file that is missing is no matter of the database. */
function isMissingSocket(error: object): boolean {
  return textOf(error, 'code') === 'ENOENT' && textOf(error, 'syscall') === 'connect';
}

/** The five characters that PostgreSQL gave the error, or null when it did not come from PostgreSQL. */
export function sqlStateOf(error: unknown): string | null {
  const found = chain(error).find((each) => /^[0-9A-Z]{5}$/.test(textOf(each, 'code')) && 'severity' in each);
  return found ? textOf(found, 'code') : null;
}

/** Name of the rule that broke because another row has the same values already; null where no such rule broke. */
export function takenIn(error: unknown): string | null {
  const found = chain(error).find((each) => textOf(each, 'code') === UNIQUE_VIOLATION);
  return found ? textOf(found, 'constraint') : null;
}

function chain(error: unknown, depth = 0): object[] {
  if (typeof error !== 'object' || error === null || depth > MOST_NESTED) return [];
  const inner = ['driverError', 'cause'].map((key) => Reflect.get(error, key));
  const many: unknown = Reflect.get(error, 'errors');
  return [
    error,
    ...[...inner, ...(Array.isArray(many) ? many : [])].flatMap((each) => chain(each, depth + 1)),
  ];
}

function textOf(error: object, key: string): string {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : '';
}

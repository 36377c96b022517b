import pg from 'pg';
import { poolerFaults } from './given-server-pooler.ts';
import { GivenServerUnfit, refusal } from './given-server-refusal.ts';

/** Which server to look at, and where to say what would better be changed. */
export interface GivenServer {
  /** See `Config.databaseUrl`. */
  url: string;
  /** See `Config.databaseDirectUrl`. */
  directUrl: string;
  /** See `Config.databasePoolSize`. */
  poolSize: number;
  /** Takes one sentence about a setting that works, but should be another. */
  warn: (sentence: string) => void;
}

interface Facts {
  version: number;
  encoding: string;
  isReadOnly: boolean;
  schema: string | null;
  mayCreateTables: boolean;
  mayCreateSchemas: boolean;
  isEncrypted: boolean;
  isLocal: boolean;
  /** How many sessions are let in for this user at once. */
  mostSessions: number;
}

const OLDEST_VERSION = 150_000; // 15.0
/** What a process opens besides its pool, to the direct address. */
const OWN_SESSIONS = 5;
const CONNECT_WITHIN = 10_000; // 10 seconds

/**
 * Settings under which PostgreSQL's own log shows rows, statements or parameters, or at what time of day somebody wrote,
 * and what each should be.
 */
const LOG_SETTINGS: Readonly<Record<string, readonly string[]>> = {
  log_error_verbosity: ['terse'],
  log_min_messages: ['log', 'fatal', 'panic'],
  log_min_error_statement: ['panic', 'fatal', 'log'],
  log_statement: ['none'],
  log_min_duration_statement: ['-1'],
  log_parameter_max_length: ['0'],
  log_parameter_max_length_on_error: ['0'],
  // Where nothing was written since the last one there is no checkpoint.
  log_checkpoints: ['off'],
  log_connections: ['off', ''],
  log_duration: ['off'],
  log_lock_waits: ['off'],
  log_min_duration_sample: ['-1'],
  log_transaction_sample_rate: ['0'],
  track_commit_timestamp: ['off'],
};

/**
 * Looks whether a given server can be relied upon: version, rights, that it keeps what it acknowledged, and that the
 * direct address really leads round any pooler.
 *
 * @throws {GivenServerUnfit} naming everything that stands in the way, in one report.
 */
export async function checkGivenServer({ url, directUrl, poolSize, warn }: GivenServer): Promise<void> {
  const isOne = url === directUrl;
  const faults = await withClient(
    isOne ? 'DATABASE_URL' : 'DATABASE_DIRECT_URL',
    directUrl,
    async (client) => {
      const facts = await readFacts(client);
      const settings = await readSettings(client);
      warnAbout(facts, settings, warn);
      warnOfFewSessions(facts, OWN_SESSIONS + (isOne ? poolSize : 0), warn);
      return [...serverFaults(facts), ...durabilityFaults(settings)];
    },
  );
  if (!isOne) await withClient('DATABASE_URL', url, async () => undefined);
  faults.push(...(await poolerFaults(url, directUrl)));
  if (faults.length === 0) return;
  throw new GivenServerUnfit(
    `The given PostgreSQL server cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    `Change that on the server, or let ${isOne ? 'DATABASE_URL' : 'DATABASE_URL and DATABASE_DIRECT_URL'} name another one.`,
  );
}

async function withClient<Result>(
  variable: string,
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = clientOf(variable, url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw refusal(variable, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Reads the files of certificates that the address names. */
function clientOf(variable: string, url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN });
  } catch (error) {
    throw refusal(variable, error);
  }
}

async function readFacts(client: pg.Client): Promise<Facts> {
  const { rows } = await client.query<Facts>(`
    SELECT current_setting('server_version_num')::int AS version,
           current_setting('server_encoding') AS encoding,
           pg_is_in_recovery() OR current_setting('default_transaction_read_only')::bool AS "isReadOnly",
           current_schema() AS schema,
           coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS "mayCreateTables",
           has_database_privilege(current_database(), 'CREATE') AS "mayCreateSchemas",
           coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS "isEncrypted",
           coalesce(inet_client_addr() <<= '127.0.0.0/8' OR inet_client_addr() <<= '::1', true) AS "isLocal",
           (SELECT least(
              current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int,
              nullif(datconnlimit, -1),
              (SELECT nullif(rolconnlimit, -1) FROM pg_roles WHERE rolname = current_user)
            ) FROM pg_database WHERE datname = current_database()) AS "mostSessions"
  `);
  const [facts] = rows;
  if (!facts) throw new TypeError('The server answered no row');
  return facts;
}

async function readSettings(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    'SELECT name, setting FROM pg_settings',
  );
  return new Map(rows.map(({ name, setting }) => [name, setting]));
}

function serverFaults(facts: Facts): string[] {
  const faults: string[] = [];
  if (facts.version < OLDEST_VERSION) faults.push('It is older than PostgreSQL 15.');
  if (facts.encoding !== 'UTF8')
    faults.push(`Its database has the encoding ${facts.encoding} instead of UTF8.`);
  if (facts.isReadOnly) faults.push('It is a stand-by or read-only, and takes no writes.');
  if (facts.schema === null) faults.push('The search_path of the user names no schema that is there.');
  else if (!facts.mayCreateTables) faults.push('The user may not create tables in its schema.');
  if (!facts.mayCreateSchemas) faults.push('The user may not create schemas in its database.');
  return faults;
}

function durabilityFaults(settings: ReadonlyMap<string, string>): string[] {
  return ['fsync', 'synchronous_commit', 'full_page_writes']
    .filter((name) => settings.get(name) === 'off')
    .map((name) => `${name} is off, so it can lose reports that were acknowledged.`);
}

function warnAbout(
  facts: Facts,
  settings: ReadonlyMap<string, string>,
  warn: (sentence: string) => void,
): void {
  for (const [name, good] of Object.entries(LOG_SETTINGS)) {
    const setting = settings.get(name);
    if (setting === undefined || good.includes(setting)) continue;
    warn(
      `The setting ${name} of the given PostgreSQL server is ${setting}; ${good[0]} keeps its files free of what people wrote and when.`,
    );
  }
  if (!facts.isEncrypted && !facts.isLocal) {
    warn(
      'The connection to the given PostgreSQL server is not encrypted; add sslmode=verify-full to its address.',
    );
  }
}

/** Too few are seen only under load, when reporters are waiting. */
function warnOfFewSessions({ mostSessions }: Facts, needed: number, warn: (sentence: string) => void): void {
  if (mostSessions >= needed) return;
  warn(
    `The given PostgreSQL server lets ${mostSessions} connections of this user in, and one process opens up to ${needed}; let more in there, or lower DATABASE_POOL_SIZE.`,
  );
}

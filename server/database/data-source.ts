import pg from 'pg';
import { DataSource, type EntityTarget, type MixedList, type ObjectLiteral } from 'typeorm';
import { GatheringSocket } from './gathering-socket.ts';
import { SilentDatabaseLogger } from './silent-database-logger.ts';

/** What a pool of connections needs to know. */
export interface DataSourceOptions {
  /** Connection string; may point at a pooler in transaction mode. */
  url: string;
  /** Most connections at once. */
  poolSize: number;
  /** Every entity class of the rooms that use this data source. */
  entities: MixedList<EntityTarget<ObjectLiteral> & (abstract new () => object)>;
  /** Milliseconds that a statement may take until its connection is given up. @default 55_000 // 55 seconds */
  answerWithin?: number;
}

const CONNECT_WITHIN = 5_000; // 5 seconds, also for the wait on a full pool
/**
 * A server, pooler or load balancer may hang and yet hold its connections: nothing breaks, and nothing ever comes. Longer than
 * a statement waits for a lock (45 seconds, see `inTransaction`), and far longer than the longest answer in ordinary work:
 * search reads ten thousand cases in about a second. Shorter than a connection of a client may be silent, at the listeners (75
 * seconds) and at most proxies (60): otherwise that would be cut, and nobody told that the service is busy. Migrations and jobs
 * have connections of their own, without such an end.
 */
export const ANSWER_WITHIN = 55_000; // 55 seconds
const DATE_OID = 1082;
const DATE_ARRAY_OID = 1182;
const INT8_OID = 20;

/**
 * Opens a pool of connections.
 *
 * A DATE column reads as 'YYYY-MM-DD', and one of DATE[] as a list of those, never as a Date, which would shift it by
 * the time zone. A `bigint` column and
 * `count(*)` read as a number. TypeORM logs nothing, because its lines hold parameters.
 *
 * A connection that does not answer in time is closed, and whoever waits on it hears that the database is unavailable.
 *
 * @throws the driver's error when nothing answers within 5 seconds; see `isDatabaseUnavailable`.
 */
export async function openDataSource(options: DataSourceOptions): Promise<DataSource> {
  return await new DataSource({
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize,
    entities: options.entities,
    logger: new SilentDatabaseLogger(),
    // An idle connection that breaks is taken out of the pool; whoever asks next gets a fresh one or the error.
    poolErrorHandler: () => undefined,
    connectTimeoutMS: CONNECT_WITHIN,
    applicationName: 'restante',
    installExtensions: false,
    extra: {
      types: { getTypeParser },
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      // Statements of one transaction that do not wait for one another go out together; see `inTransaction`.
      pipeline: true,
      // A statement without an answer is given up with its connection and all that was sent behind it: the pool makes another.
      // An idle connection never comes so far, since the pool closes it after ten seconds.
      stream: () => new GatheringSocket(options.answerWithin ?? ANSWER_WITHIN),
      Client: PooledClient,
    },
  }).initialize();
}

/**
 * A connection that may break at any time. Whoever waits for an answer on it hears of that; the event comes besides, more
 * than once, also after TypeORM gave the connection up and listens no more: then it would end the program.
 */
class PooledClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** Type parsers of our own connections alone; the driver's global ones stay as they are. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (format !== 'binary' && oid === DATE_OID) return (day: string) => day;
  if (format !== 'binary' && oid === DATE_ARRAY_OID) return daysOf;
  if (format !== 'binary' && oid === INT8_OID) return safeInteger;
  return pg.types.getTypeParser(oid, format as 'text');
};

/** PostgreSQL writes `{2026-12-25,2026-12-28}`. */
function daysOf(list: string): string[] {
  return list.slice(1, -1).split(',').filter(Boolean);
}

function safeInteger(digits: string): number {
  const read = Number(digits);
  if (!Number.isSafeInteger(read)) throw new RangeError('A bigint is too large for a number');
  return read;
}

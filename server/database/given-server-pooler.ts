import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const HEARD_WITHIN = 2_000; // 2 seconds
const CONNECT_WITHIN = 10_000; // 10 seconds

/**
 * Tries what a pooler in transaction mode breaks, on three sessions: whether a notification reaches the session that
 * listens, whether a lock keeps a second session out, and whether both addresses lead to one database.
 *
 * One session alone would not tell: a pooler with a single server connection gives it back its own notification.
 *
 * @returns a sentence for each fault.
 */
export async function poolerFaults(url: string, directUrl: string): Promise<string[]> {
  const isOne = url === directUrl;
  const clients = [directUrl, directUrl, url].map(
    (connectionString) => new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_WITHIN }),
  );
  const [listener, speaker, pooled] = clients as [pg.Client, pg.Client, pg.Client];
  for (const client of clients) client.on('error', () => undefined);
  try {
    await Promise.all(clients.map((client) => client.connect()));
    if (!(await isHeard(listener, speaker))) {
      return [throughPooler(isOne, 'a notification did not reach the session that listens')];
    }
    const { isKept, isSeen } = await tryLock(listener, speaker, pooled);
    if (!isKept) return [throughPooler(isOne, 'a lock did not keep a second session out')];
    return isSeen ? [] : ['DATABASE_URL and DATABASE_DIRECT_URL lead to different databases.'];
  } catch {
    return [`It does not let three sessions in at once${isOne ? '' : ', two of them directly'}.`];
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  }
}

async function isHeard(listener: pg.Client, speaker: pg.Client): Promise<boolean> {
  const stop = new AbortController();
  const heard = new Promise<boolean>((resolve) => {
    listener.once('notification', () => resolve(true));
  });
  await listener.query('LISTEN restante_check');
  await speaker.query('NOTIFY restante_check');
  const late = delay(HEARD_WITHIN, false, { signal: stop.signal }).catch(() => false);
  const result = await Promise.race([heard, late]);
  stop.abort();
  await listener.query('UNLISTEN restante_check');
  return result;
}

/** Whether a lock keeps a second session out, and whether the third one sees that lock in its own database. */
async function tryLock(
  holder: pg.Client,
  rival: pg.Client,
  pooled: pg.Client,
): Promise<{ isKept: boolean; isSeen: boolean }> {
  // Drawn, so that two processes that check one server at once do not meet.
  const key = Math.floor(Math.random() * 2 ** 31);
  const first = await ask(holder, 'SELECT pg_try_advisory_lock(1, $1) AS yes', key);
  const second = await ask(rival, 'SELECT pg_try_advisory_lock(1, $1) AS yes', key);
  const isSeen = await ask(
    pooled,
    `SELECT EXISTS (
       SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = 1 AND objid = $1::int::oid
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
     ) AS yes`,
    key,
  );
  await holder.query('SELECT pg_advisory_unlock_all()');
  return { isKept: first && !second, isSeen };
}

/** A pooler may stand in front of the pool alone; where one address is set, the other is still to be named. */
function throughPooler(isOne: boolean, sign: string): string {
  return isOne
    ? `DATABASE_URL leads through a pooler in transaction mode, so DATABASE_DIRECT_URL has to lead round it: ${sign}.`
    : `DATABASE_DIRECT_URL leads through a pooler in transaction mode: ${sign}.`;
}

async function ask(client: pg.Client, sql: string, key: number): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>(sql, [key]);
  return rows[0]?.yes === true;
}

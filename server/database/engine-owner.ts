import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { secondServer } from './engine-faults.ts';

/** Any constant of our own, in the database `postgres`, where nothing else takes locks. */
const LOCK = 4_000_401;
const LOCK_WITHIN = 3_000; // 3 seconds: a server that was killed may be half a moment from being noticed
const IDLE_TRANSACTION = '60s';

/**
 * The one connection that says "this folder is mine". PostgreSQL itself keeps the lock and drops it with the
 * connection, so a killed server leaves none behind, and no file has to be believed.
 */
export class EngineOwner {
  readonly #client: pg.Client;
  /** Resolves when the connection is gone, for whatever reason. */
  readonly ended: Promise<void>;

  private constructor(client: pg.Client) {
    this.#client = client;
    this.ended = new Promise((resolve) => {
      client.once('end', () => resolve());
      client.on('error', () => resolve());
    });
  }

  /**
   * Connects as superuser and takes the lock.
   *
   * @throws {EngineFault} another server that is alive holds it.
   */
  static async claim(ownerUrl: string, dataDir: string): Promise<EngineOwner> {
    const client = new pg.Client({
      connectionString: ownerUrl,
      application_name: 'restante owner',
      keepAlive: true,
    });
    const owner = new EngineOwner(client);
    await client.connect();
    const deadline = Date.now() + LOCK_WITHIN;
    while (!(await owner.#tryLock())) {
      if (Date.now() > deadline) {
        await owner.close();
        throw secondServer(dataDir);
      }
      await delay(50);
    }
    return owner;
  }

  /** Creates the role and the database of the program where they are missing; safe to repeat after a crash. */
  async prepareDatabase(password: string): Promise<void> {
    const { rows } = await this.#client.query<{ role: boolean; database: boolean }>(`
      SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'restante') AS role,
             EXISTS (SELECT FROM pg_database WHERE datname = 'restante') AS database
    `);
    if (!rows[0]?.role) {
      await this.#client.query(`CREATE ROLE restante LOGIN PASSWORD ${this.#client.escapeLiteral(password)}`);
      await this.#client.query(
        `ALTER ROLE restante SET idle_in_transaction_session_timeout = '${IDLE_TRANSACTION}'`,
      );
    }
    if (!rows[0]?.database) await this.#client.query('CREATE DATABASE restante OWNER restante');
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => undefined);
  }

  async #tryLock(): Promise<boolean> {
    const { rows } = await this.#client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [
      LOCK,
    ]);
    return rows[0]?.got === true;
  }
}

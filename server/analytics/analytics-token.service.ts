import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { AuditActor, AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { hashSessionToken, newSessionToken } from '../crypto/session-token.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Clock } from '../shared/clock.ts';
import type { Day } from '../shared/day.ts';
import { characterCount, tidyLine } from '../shared/text.ts';
import { isUuid } from '../shared/uuid.ts';
import type { Analyst } from '../viewer.ts';
import { type AnalyticsToken, AnalyticsTokenMade, InvalidAnalyticsToken } from './analytics-token.type.ts';

/** How every token begins, so that one that was left somewhere is recognised. */
export const TOKEN_PREFIX = 'rst_an_';

const DAY = 86_400_000; // 1 day
const LONGEST = 730; // days
const LONGEST_NAME = 100; // characters

/** How long it is remembered what was asked with a token. */
const QUERIES_KEPT = 365 * DAY;

/** API tokens that read aggregates. What is stored opens nothing: 256 random bits need no slow hash. */
export class AnalyticsTokenService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Makes a token, and shows it this once. */
  async create(
    actor: AuditActor,
    given: { readonly id?: string; readonly name: string; readonly days: number },
  ): Promise<AnalyticsTokenMade | InvalidAnalyticsToken> {
    const name = tidyLine(given.name);
    const id = (given.id ?? randomUUID()).toLowerCase();
    if (name === '' || characterCount(name) > LONGEST_NAME) {
      return new InvalidAnalyticsToken('Give the token a name of 1 to 100 characters. Nothing was made.');
    }
    if (!isUuid(id) || !Number.isInteger(given.days) || given.days < 1 || given.days > LONGEST) {
      return new InvalidAnalyticsToken('A token works for 1 to 730 days. Nothing was made.');
    }
    const secret = `${TOKEN_PREFIX}${newSessionToken()}`;
    const madeAt = this.clock.now();
    const expiresAt = new Date(madeAt.getTime() + given.days * DAY);
    const isNew = await inTransaction(this.dataSource, async (manager) => {
      const rows = await manager.query<unknown[]>(
        `INSERT INTO analytics_token (id, name, token_hash, made_at, expires_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (id) DO NOTHING RETURNING id`,
        [id, name, hashSessionToken(secret), madeAt, expiresAt],
      );
      if (rows.length === 1) this.audit.record(manager, actor, AuditAct.API_TOKEN_MADE, { object: name });
      return rows.length === 1;
    });
    if (!isNew) {
      return new InvalidAnalyticsToken(
        'This token was made already, and is shown only once. Revoke it and make another one.',
      );
    }
    return new AnalyticsTokenMade(secret, {
      id,
      name,
      madeAt,
      expiresAt,
      revokedAt: null,
      lastQueryAt: null,
    });
  }

  /** From now on the token is refused. Does nothing where it was already, or there is none. */
  async revoke(actor: AuditActor, id: string): Promise<void> {
    if (!isUuid(id)) return;
    await inTransaction(this.dataSource, async (manager) => {
      const [rows] = await manager.query<[{ name: string }[], number]>(
        'UPDATE analytics_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING name',
        [id, this.clock.now()],
      );
      const [row] = rows;
      if (row) this.audit.record(manager, actor, AuditAct.API_TOKEN_ENDED, { object: row.name });
    });
  }

  /** Every token there was, the newest first. */
  async all(): Promise<AnalyticsToken[]> {
    return this.dataSource.query<AnalyticsToken[]>(
      `SELECT t.id, t.name, t.made_at AS "madeAt", t.expires_at AS "expiresAt", t.revoked_at AS "revokedAt",
              (SELECT max(q.asked_at) FROM analytics_query q WHERE q.token_id = t.id) AS "lastQueryAt"
       FROM analytics_token t ORDER BY t.made_at DESC, t.id`,
    );
  }

  /** Whose token it is; null for one that is unknown, expired or revoked, which cannot be told apart. */
  async identify(secret: string): Promise<Analyst | null> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM analytics_token WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2',
      [hashSessionToken(secret), this.clock.now()],
    );
    return row ? { kind: 'analyst', tokenId: row.id } : null;
  }

  /** Writes down what an analyst asked. */
  async note(
    { tokenId }: Analyst,
    operation: string,
    asked: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.dataSource.query(
      'INSERT INTO analytics_query (id, token_id, asked_at, operation, arguments) VALUES ($1, $2, $3, $4, $5)',
      [randomUUID(), tokenId, this.clock.now(), operation, JSON.stringify(asked, storable)],
    );
  }

  /** Forgets what was asked more than a year before a day. */
  async sweep(today: Day): Promise<void> {
    await this.dataSource.query('DELETE FROM analytics_query WHERE asked_at < $1', [
      new Date(Date.parse(today) - QUERIES_KEPT),
    ]);
  }
}

/** PostgreSQL refuses JSON with a NUL or half a character in a text; such a question names nothing, and is noted all the same. */
function storable(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value;
}

import type { DataSource, EntityManager } from 'typeorm';
import { unwrapKey, wrapKey } from '../crypto/key-wrapping.ts';
import { hashSessionToken, newSessionToken, sessionTokenKey } from '../crypto/session-token.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { Clock } from '../shared/clock.ts';
import { latestEnd, quarterHourAfter, STAFF_SESSION } from '../shared/session-deadlines.ts';
import type { Caseworker, Unready } from '../viewer.ts';
import { HAS_TO_SET_UP } from './second-factor-policy.ts';
import type { StaffRole } from './staff-role.type.ts';

interface SessionRow {
  caseworker_id: string;
  roles: StaffRole[];
  public_key: Buffer;
  session_wrap: Buffer;
  idle_until: Date;
  ends_at: Date;
  has_to_set_up: boolean;
}

/** SQL for `SessionWatch`: whether the session `s` opens more than the way to a second factor. */
export const OPENS_MORE_THAN_SET_UP = `NOT EXISTS (SELECT FROM caseworker c WHERE c.id = s.caseworker_id AND ${HAS_TO_SET_UP})`;

/** Sessions of staff. A row opens nothing without the token. */
export class StaffSessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly wakeUp: WakeUp,
  ) {}

  /** Opens a session for somebody who has just proved who they are. `privateKey` is X25519, 32 bytes. */
  async open(
    manager: EntityManager,
    caseworkerId: string,
    privateKey: Buffer,
  ): Promise<{ token: string; endsAt: Date; hasToSetUp: boolean }> {
    const token = newSessionToken();
    const hash = hashSessionToken(token);
    const now = this.clock.now();
    const endsAt = quarterHourAfter(now, STAFF_SESSION.totalMinutes);
    const [row] = await manager.query<{ has_to_set_up: boolean }[]>(
      `INSERT INTO staff_session (token_hash, caseworker_id, private_key_wrap, idle_until, ends_at)
       VALUES ($1, $2, $3, $4, $5)
       RETURNING (SELECT ${HAS_TO_SET_UP} FROM caseworker c WHERE c.id = caseworker_id) AS has_to_set_up`,
      [
        hash,
        caseworkerId,
        wrapKey(privateKey, sessionTokenKey(token), sessionPlace(hash)),
        quarterHourAfter(now, STAFF_SESSION.idleMinutes),
        endsAt,
      ],
    );
    return { token, endsAt, hasToSetUp: row?.has_to_set_up ?? false };
  }

  /** Whose session this token proves, or null when it ended, expired or never was. */
  async identify(token: string): Promise<Caseworker | Unready | null> {
    const sessionHash = hashSessionToken(token);
    const now = this.clock.now();
    const [row] = await this.dataSource.query<SessionRow[]>(
      `SELECT s.caseworker_id, c.roles, c.public_key, s.private_key_wrap AS session_wrap, s.idle_until, s.ends_at,
              ${HAS_TO_SET_UP} AS has_to_set_up
       FROM staff_session s JOIN caseworker c ON c.id = s.caseworker_id
       WHERE s.token_hash = $1 AND s.idle_until > $2 AND s.ends_at > $2 AND c.is_active`,
      [sessionHash, now],
    );
    if (!row) return null;
    const later = quarterHourAfter(now, STAFF_SESSION.idleMinutes);
    if (later > row.idle_until) {
      await this.dataSource.query('UPDATE staff_session SET idle_until = $2 WHERE token_hash = $1', [
        sessionHash,
        later,
      ]);
    }
    const session = { sessionHash, endsAt: row.ends_at, caseworkerId: row.caseworker_id };
    if (row.has_to_set_up) return { kind: 'unready', ...session };
    return {
      kind: 'caseworker',
      ...session,
      roles: row.roles,
      publicKey: row.public_key,
      privateKey: unwrapKey(row.session_wrap, sessionTokenKey(token), sessionPlace(sessionHash)),
    };
  }

  /** Ends a session at once, in every process. */
  async end(sessionHash: Buffer): Promise<void> {
    await this.dataSource.query('DELETE FROM staff_session WHERE token_hash = $1', [sessionHash]);
    this.wakeUp.notify();
  }

  /**
   * Ends the sessions of somebody, inside the caller's transaction; callers `tell` after COMMIT.
   *
   * @param except SHA-256 of the token of the one that stays. @default none
   */
  async endAllOf(manager: EntityManager, caseworkerId: string, except?: Buffer): Promise<void> {
    await manager.query(
      'DELETE FROM staff_session WHERE caseworker_id = $1 AND ($2::bytea IS NULL OR token_hash <> $2)',
      [caseworkerId, except ?? null],
    );
  }

  /** Lets every process find out at once which sessions are over. */
  tell(): void {
    this.wakeUp.notify();
  }

  /** Deletes rows of sessions that are over, and of those that began while a clock was ahead. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.query(
      'DELETE FROM staff_session WHERE idle_until <= $1 OR ends_at <= $1 OR ends_at > $2',
      [now, latestEnd(now, STAFF_SESSION)],
    );
  }
}

function sessionPlace(hash: Buffer) {
  return {
    table: 'staff_session',
    row: hash.toString('hex'),
    column: 'private_key_wrap',
  };
}

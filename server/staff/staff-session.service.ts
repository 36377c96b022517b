import type { DataSource, EntityManager } from 'typeorm';
import { unwrapKey, wrapKey } from '../crypto/key-wrapping.ts';
import { hashSessionToken, newSessionToken, sessionTokenKey } from '../crypto/session-token.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { Clock } from '../shared/clock.ts';
import { quarterHourAfter, STAFF_SESSION } from '../shared/session-deadlines.ts';
import type { Caseworker } from '../viewer.ts';
import type { StaffRole } from './staff-role.type.ts';

interface SessionRow {
  caseworker_id: string;
  roles: StaffRole[];
  public_key: Buffer;
  session_wrap: Buffer;
  idle_until: Date;
  ends_at: Date;
}

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
  ): Promise<{ token: string; endsAt: Date }> {
    const token = newSessionToken();
    const hash = hashSessionToken(token);
    const now = this.clock.now();
    const endsAt = quarterHourAfter(now, STAFF_SESSION.totalMinutes);
    await manager.query(
      `INSERT INTO staff_session (token_hash, caseworker_id, private_key_wrap, idle_until, ends_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [
        hash,
        caseworkerId,
        wrapKey(privateKey, sessionTokenKey(token), sessionPlace(hash)),
        quarterHourAfter(now, STAFF_SESSION.idleMinutes),
        endsAt,
      ],
    );
    return { token, endsAt };
  }

  /** The caseworker whose session this token proves, or null when it ended, expired or never was. */
  async identify(token: string): Promise<Caseworker | null> {
    const sessionHash = hashSessionToken(token);
    const now = this.clock.now();
    const [row] = await this.dataSource.query<SessionRow[]>(
      `SELECT s.caseworker_id, c.roles, c.public_key, s.private_key_wrap AS session_wrap, s.idle_until, s.ends_at
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
    return {
      kind: 'caseworker',
      sessionHash,
      endsAt: row.ends_at,
      caseworkerId: row.caseworker_id,
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

  /** Deletes rows of sessions that are over. */
  async sweep(): Promise<void> {
    await this.dataSource.query('DELETE FROM staff_session WHERE idle_until <= $1 OR ends_at <= $1', [
      this.clock.now(),
    ]);
  }
}

function sessionPlace(hash: Buffer) {
  return {
    table: 'staff_session',
    row: hash.toString('hex'),
    column: 'private_key_wrap',
  };
}

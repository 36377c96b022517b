import type { DataSource, EntityManager } from 'typeorm';
import { CaseKeys } from '../crypto/case-keys.ts';
import { unwrapKey, wrapKey } from '../crypto/key-wrapping.ts';
import { hashSessionToken, newSessionToken, sessionTokenKey } from '../crypto/session-token.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { Clock } from '../shared/clock.ts';
import { latestEnd, quarterHourAfter, REPORTER_SESSION } from '../shared/session-deadlines.ts';
import type { Reporter } from '../viewer.ts';
import type { OpenedConversation } from './conversation.service.ts';

interface SessionRow {
  conversation_id: string;
  case_id: string;
  session_wrap: Buffer;
  public_key: Buffer;
  case_key_wrap: Buffer;
  idle_until: Date;
  ends_at: Date;
}

/** Sessions of reporters. The table holds a token's hash and a key wrapped under the token, so it opens nothing. */
export class ReporterSessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly wakeUp: WakeUp,
  ) {}

  /**
   * Opens a session on a conversation that its code has just opened.
   *
   * @returns `token`, 256 random bits, shown to nobody but the caller; it is all that proves the session. Null where the
   *   conversation was closed or deleted meanwhile.
   */
  async open(
    manager: EntityManager,
    conversation: OpenedConversation,
  ): Promise<{ token: string; reporter: Reporter } | null> {
    const token = newSessionToken();
    const sessionHash = hashSessionToken(token);
    const now = this.clock.now();
    const endsAt = quarterHourAfter(now, REPORTER_SESSION.totalMinutes);
    const stored = await manager.query<unknown[]>(
      `INSERT INTO reporter_session (token_hash, conversation_id, private_key_wrap, idle_until, ends_at)
       SELECT $1, id, $3, $4, $5 FROM conversation WHERE id = $2 AND is_open FOR KEY SHARE RETURNING 1 AS stored`,
      [
        sessionHash,
        conversation.id,
        wrapKey(conversation.privateKey, sessionTokenKey(token), sessionPlace(sessionHash)),
        quarterHourAfter(now, REPORTER_SESSION.idleMinutes),
        endsAt,
      ],
    );
    if (stored.length === 0) return null;
    const { id: conversationId, caseId, caseKeys } = conversation;
    return {
      token,
      reporter: {
        kind: 'reporter',
        sessionHash,
        endsAt,
        conversationId,
        caseId,
        caseKeys,
      },
    };
  }

  /** The reporter whose session this token proves, or null when it ended, expired or never was. */
  async identify(token: string): Promise<Reporter | null> {
    const sessionHash = hashSessionToken(token);
    const now = this.clock.now();
    const [row] = await this.dataSource.query<SessionRow[]>(
      `SELECT s.conversation_id, c.case_id, s.private_key_wrap AS session_wrap, c.public_key, c.case_key_wrap,
              s.idle_until, s.ends_at
       FROM reporter_session s JOIN conversation c ON c.id = s.conversation_id
       WHERE s.token_hash = $1 AND s.idle_until > $2 AND s.ends_at > $2 AND c.is_open`,
      [sessionHash, now],
    );
    if (!row) return null;
    await this.keepAwake(sessionHash, row.idle_until, now);
    const privateKey = unwrapKey(row.session_wrap, sessionTokenKey(token), sessionPlace(sessionHash));
    const caseKeys = CaseKeys.unwrap(row.case_key_wrap, { publicKey: row.public_key, privateKey });
    return {
      kind: 'reporter',
      sessionHash,
      endsAt: row.ends_at,
      conversationId: row.conversation_id,
      caseId: row.case_id,
      caseKeys,
    };
  }

  /** Ends a session at once, in every process. */
  async end(sessionHash: Buffer): Promise<void> {
    await this.dataSource.query('DELETE FROM reporter_session WHERE token_hash = $1', [sessionHash]);
    this.wakeUp.notify();
  }

  /** Deletes rows of sessions that are over, and of those that began while a clock was ahead. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.query(
      'DELETE FROM reporter_session WHERE idle_until <= $1 OR ends_at <= $1 OR ends_at > $2',
      [now, latestEnd(now, REPORTER_SESSION)],
    );
  }

  /** Writes only when the quarter of an hour changes, so the row does not follow what somebody does. */
  private async keepAwake(sessionHash: Buffer, idleUntil: Date, now: Date): Promise<void> {
    const later = quarterHourAfter(now, REPORTER_SESSION.idleMinutes);
    if (later <= idleUntil) return;
    await this.dataSource.query('UPDATE reporter_session SET idle_until = $2 WHERE token_hash = $1', [
      sessionHash,
      later,
    ]);
  }
}

function sessionPlace(sessionHash: Buffer) {
  return {
    table: 'reporter_session',
    row: sessionHash.toString('hex'),
    column: 'private_key_wrap',
  };
}

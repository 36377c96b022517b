import type { DataSource, EntityManager } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import type { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { unwrapKey, wrapKey } from '../crypto/key-wrapping.ts';
import { inTransaction } from '../database/transaction.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { Clock } from '../shared/clock.ts';
import { newTotpSecret, totpSecretForPeople, totpStepOf } from './one-time-code.ts';
import { recoveryCodeDigest, recoveryCodesBeside } from './recovery-codes.ts';
import { SECOND_FACTOR_IS_NEEDED } from './second-factor-policy.ts';
import type { StaffSessionService } from './staff-session.service.ts';

/** How the second factor of one account stands. */
export interface SecondFactorState {
  readonly isOn: boolean;
  readonly isNeeded: boolean;
  readonly recoveryCodesLeft: number;
}

/** Codes of authenticators: set up, taken once each, switched off. */
export class SecondFactorService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly secrets: DeploymentSecrets,
    private readonly organisations: OrganisationService,
    private readonly sessions: StaffSessionService,
    private readonly audit: AuditService,
  ) {}

  /** How it stands for somebody. */
  async stateOf(caseworkerId: string): Promise<SecondFactorState> {
    const [row] = await this.dataSource.query<SecondFactorState[]>(
      `SELECT c.totp_secret IS NOT NULL AS "isOn", ${SECOND_FACTOR_IS_NEEDED} AS "isNeeded",
              (SELECT count(*)::int FROM recovery_code r WHERE r.caseworker_id = c.id) AS "recoveryCodesLeft"
       FROM caseworker c WHERE c.id = $1`,
      [caseworkerId],
    );
    return row ?? { isOn: false, isNeeded: false, recoveryCodesLeft: 0 };
  }

  /**
   * Draws a secret for an authenticator. It counts once a code of it was confirmed; a later call replaces it.
   *
   * @returns null where there is a second factor already.
   */
  async begin(caseworkerId: string): Promise<{ secret: string; uri: string } | null> {
    const secret = newTotpSecret();
    const { name: issuer } = await this.organisations.settings();
    const [rows] = await this.dataSource.query<[{ email: string }[], number]>(
      'UPDATE caseworker SET totp_pending = $2 WHERE id = $1 AND totp_secret IS NULL RETURNING email',
      [caseworkerId, wrapKey(secret, this.secrets.secondFactorKey, secretPlace(caseworkerId))],
    );
    const [person] = rows;
    return person ? totpSecretForPeople(secret, { issuer, email: person.email }) : null;
  }

  /**
   * Switches the second factor on with a code of the secret that was drawn last, and ends the other sessions of this
   * person: they were opened with a password alone.
   *
   * Where the answer was lost, the same code gives the same recovery codes again, until any code was taken by something
   * else: whoever signed in with one must not turn it into recovery codes. The secret stays in `totp_pending` until then.
   *
   * @returns the recovery codes, which are shown once; null for a wrong code, or where nothing was begun.
   */
  async confirm(caseworkerId: string, typed: string, sessionHash: Buffer): Promise<string[] | null> {
    const codes = await inTransaction(this.dataSource, async (manager) => {
      const [row] = await manager.query<{ pending: Buffer | null; isOn: boolean; lastStep: number | null }[]>(
        `SELECT totp_pending AS pending, totp_secret IS NOT NULL AS "isOn", totp_last_step AS "lastStep"
         FROM caseworker WHERE id = $1 AND (totp_secret IS NULL OR totp_secret = totp_pending) FOR UPDATE`,
        [caseworkerId],
      );
      if (!row?.pending) return null;
      const step = this.stepOf(typed, row.pending, caseworkerId);
      if (step === null) return null;
      const drawn = recoveryCodesBeside(row.pending, this.secrets.recoveryCodeKey);
      if (row.isOn) return row.lastStep === step ? drawn : null;
      await manager.query(
        'UPDATE caseworker SET totp_secret = totp_pending, totp_last_step = $2 WHERE id = $1',
        [caseworkerId, step],
      );
      await manager.query('DELETE FROM recovery_code WHERE caseworker_id = $1', [caseworkerId]);
      await manager.query(
        'INSERT INTO recovery_code (caseworker_id, code_digest) SELECT $1, unnest($2::bytea[])',
        [
          caseworkerId,
          drawn.map((code) => recoveryCodeDigest(code, caseworkerId, this.secrets.recoveryCodeKey)),
        ],
      );
      await this.sessions.endAllOf(manager, caseworkerId, sessionHash);
      this.audit.record(manager, { caseworkerId }, AuditAct.SECOND_FACTOR_ADDED);
      return drawn;
    });
    if (codes) this.sessions.tell();
    return codes;
  }

  /**
   * Takes a code of the authenticator, or one recovery code, and uses it up.
   *
   * @param sealedSecret `totp_secret` of this person.
   * @returns false for a wrong one and for one that was used, also where two bring the same one at once.
   */
  async takes(
    manager: EntityManager,
    caseworkerId: string,
    sealedSecret: Buffer,
    typed: string,
  ): Promise<boolean> {
    const step = this.stepOf(typed, sealedSecret, caseworkerId);
    if (step !== null) {
      const [, count] = await manager.query<[unknown[], number]>(
        `UPDATE caseworker SET totp_last_step = $2, totp_pending = NULL
         WHERE id = $1 AND totp_secret IS NOT NULL AND (totp_last_step IS NULL OR totp_last_step < $2)`,
        [caseworkerId, step],
      );
      return count > 0;
    }
    const digest = recoveryCodeDigest(typed, caseworkerId, this.secrets.recoveryCodeKey);
    if (!digest) return false;
    const [, count] = await manager.query<[unknown[], number]>(
      `WITH taken AS (DELETE FROM recovery_code WHERE caseworker_id = $1 AND code_digest = $2 RETURNING caseworker_id)
       UPDATE caseworker SET totp_pending = NULL WHERE id IN (SELECT caseworker_id FROM taken)`,
      [caseworkerId, digest],
    );
    return count > 0;
  }

  /** Takes the second factor away at the wish of its owner, inside the caller's transaction. */
  async switchOff(manager: EntityManager, caseworkerId: string): Promise<void> {
    await this.drop(manager, caseworkerId);
    this.audit.record(manager, { caseworkerId }, AuditAct.SECOND_FACTOR_REMOVED);
  }

  /** Takes the second factor away, inside the caller's transaction. */
  async drop(manager: EntityManager, caseworkerId: string): Promise<void> {
    await manager.query(
      'UPDATE caseworker SET totp_secret = NULL, totp_pending = NULL, totp_last_step = NULL WHERE id = $1',
      [caseworkerId],
    );
    await manager.query('DELETE FROM recovery_code WHERE caseworker_id = $1', [caseworkerId]);
  }

  /** Whether everybody needs one, and whether somebody chose so; null: nobody chose. */
  async policy(): Promise<{ isNeeded: boolean; chosen: boolean | null }> {
    const [row] = await this.dataSource.query<{ isNeeded: boolean; chosen: boolean | null }[]>(
      `SELECT ${SECOND_FACTOR_IS_NEEDED} AS "isNeeded", (SELECT needs_second_factor FROM staff_policy) AS chosen`,
    );
    return row ?? { isNeeded: true, chosen: null };
  }

  /** Chooses whether everybody needs one. Sockets of those who now need one and have none close. */
  async choose(administratorId: string, isNeeded: boolean): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      await manager.query(
        `INSERT INTO staff_policy (is_only, needs_second_factor) VALUES (true, $1)
         ON CONFLICT (is_only) DO UPDATE SET needs_second_factor = EXCLUDED.needs_second_factor`,
        [isNeeded],
      );
      const actor = { caseworkerId: administratorId };
      this.audit.record(manager, actor, AuditAct.SIGN_IN_POLICY_CHANGED, null, { isNeeded });
    });
    this.sessions.tell();
  }

  private stepOf(typed: string, sealedSecret: Buffer, caseworkerId: string): number | null {
    const secret = unwrapKey(sealedSecret, this.secrets.secondFactorKey, secretPlace(caseworkerId));
    return totpStepOf(typed, secret, this.clock.now());
  }
}

/** The same for a secret that waits for its first code, so that it need not be sealed anew. */
function secretPlace(caseworkerId: string) {
  return { table: 'caseworker', row: caseworkerId, column: 'totp_secret' };
}

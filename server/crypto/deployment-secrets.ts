import { deriveKey } from './derive-key.ts';

/** Bytes in the master secret. */
export const MASTER_SECRET_BYTES = 32;

/**
 * Everything this installation derives from its master secret; none of it opens a report or a message.
 *
 * Each value is HKDF-SHA256 under its own label, 32 bytes. All state is private, so that an object printed or
 * serialised by mistake shows nothing.
 */
export class DeploymentSecrets {
  readonly #master: Buffer;
  readonly #idempotencyKey: Buffer;
  readonly #statisticsKey: Buffer;
  readonly #auditKey: Buffer;
  readonly #fingerprint: Buffer;

  private constructor(master: Buffer) {
    this.#master = master;
    this.#idempotencyKey = deriveKey(master, 'idempotency');
    this.#statisticsKey = deriveKey(master, 'statistics');
    this.#auditKey = deriveKey(master, 'audit');
    this.#fingerprint = deriveKey(master, 'fingerprint');
  }

  /**
   * @param master 32 random bytes; copied, so the caller may wipe its own.
   * @throws {RangeError} for any other length: a shortened secret file must stop the start.
   */
  static fromMaster(master: Buffer): DeploymentSecrets {
    if (master.length !== MASTER_SECRET_BYTES) {
      throw new RangeError(`The master secret has to be ${MASTER_SECRET_BYTES} bytes long`);
    }
    const own = Buffer.alloc(MASTER_SECRET_BYTES);
    master.copy(own);
    return new DeploymentSecrets(own);
  }

  /**
   * The secret input of Argon2 for access codes: without it a stolen table cannot be searched for codes.
   *
   * @param epoch 1, 2, 3 …; the number stands beside what was derived with it.
   * @throws {RangeError} when the epoch is no positive whole number.
   */
  codePepper(epoch: number): Buffer {
    return deriveKey(this.#master, `code-pepper/${checkedEpoch(epoch)}`);
  }

  /**
   * The salt of Argon2 for access codes, one for the whole installation: a code has no user name beside it.
   *
   * @param epoch 1, 2, 3 …; the number stands beside what was derived with it.
   * @throws {RangeError} when the epoch is no positive whole number.
   */
  codeSalt(epoch: number): Buffer {
    return deriveKey(this.#master, `code-salt/${checkedEpoch(epoch)}`);
  }

  /**
   * The key that enrolments offered on one day are sealed under.
   *
   * @param day `YYYY-MM-DD`, UTC.
   */
  enrolmentKey(day: string): Buffer {
    return deriveKey(this.#master, `enrolment/${day}`);
  }

  /** Seals what the portal hands from one of its pages to the next. */
  get portalKey(): Buffer {
    return deriveKey(this.#master, 'portal');
  }

  /** Seals what is counted of months that are not closed yet. */
  get statisticsKey(): Buffer {
    return this.#statisticsKey;
  }

  /** Keys the hashes by which a repeated write is recognised. */
  get idempotencyKey(): Buffer {
    return this.#idempotencyKey;
  }

  /** Seals the secrets that authenticators of staff share with us. */
  get secondFactorKey(): Buffer {
    return deriveKey(this.#master, 'second-factor');
  }

  /** Keys the digests of the codes that stand in for a lost authenticator. */
  get recoveryCodeKey(): Buffer {
    return deriveKey(this.#master, 'second-factor/recovery-codes');
  }

  /** Keys the chain of the audit log. */
  get auditKey(): Buffer {
    return this.#auditKey;
  }

  /** Stored in the database so that a wrong master secret beside an existing database is recognised. */
  get fingerprint(): Buffer {
    return this.#fingerprint;
  }
}

function checkedEpoch(epoch: number): number {
  if (!Number.isSafeInteger(epoch) || epoch < 1) throw new RangeError('An epoch is a positive whole number');
  return epoch;
}

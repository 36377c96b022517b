import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { argon2id, hash } from 'argon2';
import type pg from 'pg';
import sodium from 'sodium-native';
import type { Setting } from './stage.ts';

/** Parameters of Argon2 for access codes, as the design names them. */
const CODE_COST = {
  type: argon2id,
  memoryCost: 47_104,
  timeCost: 1,
  parallelism: 1,
  hashLength: 64,
} as const;

/** The bucket that the answers of the measured report fall into, in bytes. */
const BUCKET = 2_048;
/** Format, nonce and tag. */
const OVERHEAD = 41;
const BOX_OVERHEAD = 49;

/** Over how many rows a month's tally is spread, as the program does; beside the program's own rows. */
const STRIPES = 16;
const FIRST_STRIPE = 100;
/** A sealed tally, in bytes. */
const TALLY = 4_096 + OVERHEAD;
/** The lock under which the program wraps a case for everybody; any number does here. */
const STAY = 7_305_511;

/** How the program begins each of its transactions. */
const BEGIN = `START TRANSACTION;
  SET LOCAL idle_in_transaction_session_timeout = '30s'; SET LOCAL lock_timeout = '45s'`;

/** What one report writes, ready for the statements. */
interface Values {
  readonly answers: Buffer;
  readonly wrap: Buffer;
  readonly digest: Buffer;
}

/** Derives as a login does, with nothing around it. */
export async function bareArgon2(): Promise<Buffer> {
  return await hash('0123456789ABCDEF', {
    ...CODE_COST,
    salt: Buffer.alloc(32, 1),
    secret: Buffer.alloc(32, 2),
    raw: true,
  });
}

/** The transaction of a report by `pg` alone: the statements that the program sends, in its order, with its sizes. */
export class BareSubmit {
  private readonly digits = randomBytes(BUCKET + OVERHEAD);
  private readonly tally = randomBytes(TALLY);

  constructor(
    private readonly pool: pg.Pool,
    private readonly setting: Setting,
    private readonly day: string,
  ) {}

  /** Makes the rows that reports are counted in. */
  async prepare(): Promise<void> {
    await this.pool.query(
      `INSERT INTO statistics.tally (month, stripe, sealed)
       SELECT date_trunc('month', $1::date), $2 + n, $3 FROM generate_series(0, $4 - 1) AS n ON CONFLICT DO NOTHING`,
      [this.day, FIRST_STRIPE, this.tally, STRIPES],
    );
  }

  /** Stores random bytes. */
  async plain(): Promise<void> {
    await this.store(this.ready(), null);
  }

  /** Seals a text first, and a key to the one caseworker. */
  async sealing(): Promise<void> {
    await this.store(this.sealed(), null);
  }

  /** Derives the keys of a code first, and stores a conversation as well. */
  async withConversation(): Promise<void> {
    const stretched = await bareArgon2();
    await this.store(this.ready(), Buffer.concat([randomBytes(16), stretched.subarray(0, 16)]));
  }

  private async store(values: Values, lookupId: Buffer | null): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query(BEGIN);
      await client.query('SELECT is_open FROM organisation');
      await client.query('SELECT pg_advisory_xact_lock_shared($1)', [STAY]);
      await client.query('SELECT id, public_key FROM caseworker WHERE is_active AND $1 = ANY(roles)', [
        'CASEWORKER',
      ]);
      const row = await this.lockTally(client);
      await this.claim(client, values, lookupId !== null);
      const caseId = await this.insertCase(client, values, lookupId !== null);
      await client.query(
        `INSERT INTO case_wrap (case_id, caseworker_id, case_key_wrap)
         SELECT $1, holder.id, holder.wrap FROM unnest($2::uuid[], $3::bytea[]) AS holder(id, wrap)`,
        [caseId, [this.setting.caseworkerId], [values.wrap]],
      );
      if (lookupId) await insertConversation(client, caseId, lookupId);
      await this.count(client, row);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }

  private async claim(client: pg.PoolClient, { digest }: Values, messaging: boolean): Promise<void> {
    const answer = { submittedOn: this.day, messaging, replyExpectedBy: messaging ? this.day : null };
    await client.query(
      `INSERT INTO idempotency (key_digest, input_digest, answer, recorded_on) VALUES ($1, $2, $3, $4)`,
      [digest, digest, JSON.stringify(answer), this.day],
    );
  }

  private async insertCase(client: pg.PoolClient, values: Values, messaging: boolean): Promise<string> {
    const id = randomUUID();
    await client.query(
      `INSERT INTO case_file (id, number, received_on, status, locale, questionnaire_version_id, messaging,
                              sealed_answers, sealed_contact_details, reply_due_by, changed_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $3)`,
      [
        id,
        values.digest.toString('hex', 0, 6),
        this.day,
        'NEW',
        'en',
        this.setting.questionnaireVersion,
        messaging,
        values.answers,
        null,
        messaging ? this.day : null,
      ],
    );
    return id;
  }

  private async lockTally(client: pg.PoolClient): Promise<readonly unknown[]> {
    const row = [`${this.day.slice(0, 7)}-01`, FIRST_STRIPE + randomInt(STRIPES)];
    await client.query(
      'SELECT sealed FROM statistics.tally WHERE month = $1 AND stripe = $2 FOR UPDATE',
      row,
    );
    return row;
  }

  private async count(client: pg.PoolClient, row: readonly unknown[]): Promise<void> {
    await client.query('UPDATE statistics.tally SET sealed = $3 WHERE month = $1 AND stripe = $2', [
      ...row,
      this.tally,
    ]);
  }

  /** Bytes that PostgreSQL can compress as little as sealed ones. */
  private ready(): Values {
    return {
      answers: this.digits,
      wrap: this.digits.subarray(0, 32 + BOX_OVERHEAD),
      digest: randomBytes(32),
    };
  }

  private sealed(): Values {
    const padded = Buffer.alloc(BUCKET, 'What happened, in the words of the person it happened to. ');
    const key = randomBytes(sodium.crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const nonce = randomBytes(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    const sealed = Buffer.alloc(BUCKET + sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES);
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, padded, nonce, null, nonce, key);
    const box = Buffer.alloc(key.length + sodium.crypto_box_SEALBYTES);
    sodium.crypto_box_seal(box, key, this.setting.caseworkerPublicKey);
    return {
      answers: Buffer.concat([Buffer.of(1), nonce, sealed]),
      wrap: Buffer.concat([Buffer.of(1), box]),
      digest: randomBytes(32),
    };
  }
}

async function insertConversation(client: pg.PoolClient, caseId: string, lookupId: Buffer): Promise<void> {
  await client.query(
    `INSERT INTO conversation (id, case_id, lookup_id, code_epoch, public_key, private_key_wrap, case_key_wrap)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [randomUUID(), caseId, lookupId, 1, randomBytes(32), randomBytes(73), randomBytes(81)],
  );
}

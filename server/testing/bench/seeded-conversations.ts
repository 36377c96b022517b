import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { newKeyPair, sealToPublicKey, wrapKey } from '../../crypto/key-wrapping.ts';
import { hashSessionToken, newSessionToken, sessionTokenKey } from '../../crypto/session-token.ts';
import type { Setting } from './stage.ts';

/** A conversation with an open session. */
export interface SeededConversation {
  readonly caseId: string;
  /** Proves the session. */
  readonly token: string;
}

const BATCH = 500;
const SESSION_LIFE = 2 * 3_600_000; // 2 hours

/** One statement for each table; every list holds one value for each conversation. */
const STATEMENTS = [
  `INSERT INTO case_file (id, number, received_on, status, locale, questionnaire_version_id, messaging,
                          sealed_answers, reply_due_by, changed_on)
   SELECT case_id, 'B' || case_id, $8, 'NEW', 'en', $9, true, session_wrap, $8, $8 FROM seed`,
  'INSERT INTO case_wrap (case_id, caseworker_id, case_key_wrap) SELECT case_id, $10, staff_wrap FROM seed',
  `INSERT INTO conversation (id, case_id, lookup_id, code_epoch, public_key, private_key_wrap, case_key_wrap)
   SELECT id, case_id, token_hash, 1, public_key, session_wrap, case_wrap FROM seed`,
  `INSERT INTO reporter_session (token_hash, conversation_id, private_key_wrap, idle_until, ends_at)
   SELECT token_hash, id, session_wrap, $11, $11 FROM seed`,
];
const SEED = `WITH seed AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[],
  $7::bytea[]) AS seed(id, case_id, token_hash, public_key, session_wrap, case_wrap, staff_wrap))`;

/**
 * Writes conversations with open sessions straight into the tables, because ten thousand logins would take minutes of Argon2.
 * Nobody holds their codes; their sessions and their cases open as those of any other.
 */
export async function seedConversations(
  pool: pg.Pool,
  setting: Setting,
  count: number,
): Promise<SeededConversation[]> {
  const seeded: SeededConversation[] = [];
  while (seeded.length < count) {
    const batch = Array.from({ length: Math.min(BATCH, count - seeded.length) }, () => draw(setting));
    await store(pool, setting, batch);
    seeded.push(...batch.map(({ caseId, token }) => ({ caseId, token })));
  }
  await pool.query('ANALYZE');
  return seeded;
}

function draw({ caseworkerPublicKey }: Setting) {
  const token = newSessionToken();
  const tokenHash = hashSessionToken(token);
  const { publicKey, privateKey } = newKeyPair();
  const caseKey = randomBytes(32);
  const place = { table: 'reporter_session', row: tokenHash.toString('hex'), column: 'private_key_wrap' };
  return {
    token,
    id: randomUUID(),
    caseId: randomUUID(),
    tokenHash,
    publicKey,
    sessionWrap: wrapKey(privateKey, sessionTokenKey(token), place),
    caseWrap: sealToPublicKey(caseKey, publicKey),
    staffWrap: sealToPublicKey(caseKey, caseworkerPublicKey),
  };
}

async function store(
  pool: pg.Pool,
  setting: Setting,
  batch: readonly ReturnType<typeof draw>[],
): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const lists = [
    batch.map(({ id }) => id),
    batch.map(({ caseId }) => caseId),
    batch.map(({ tokenHash }) => tokenHash),
    batch.map(({ publicKey }) => publicKey),
    batch.map(({ sessionWrap }) => sessionWrap),
    batch.map(({ caseWrap }) => caseWrap),
    batch.map(({ staffWrap }) => staffWrap),
  ];
  const constants = [today, setting.questionnaireVersion, setting.caseworkerId];
  constants.push(new Date(Date.now() + SESSION_LIFE).toISOString());
  const typed = '(SELECT $8::date, $9::uuid, $10::uuid, $11::timestamptz)';
  for (const statement of STATEMENTS) {
    await pool.query(`${SEED}, typed AS ${typed} ${statement}`, [...lists, ...constants]);
  }
}

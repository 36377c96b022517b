import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AccessCode } from '../crypto/access-code.type.ts';
import type { Argon2Queue } from '../crypto/argon2-queue.ts';
import { CaseKeys } from '../crypto/case-keys.ts';
import { deriveCodeKeys } from '../crypto/code-keys.ts';
import type { DeploymentSecrets } from '../crypto/deployment-secrets.ts';
import { newKeyPair, unwrapKey, wrapKey } from '../crypto/key-wrapping.ts';
import type { Statement } from '../database/transaction.ts';
import { ConversationEntity } from './conversation.entity.ts';

/** The epoch that new codes are derived with. */
const CURRENT_EPOCH = 1;

/** A conversation before its row exists. */
export type NewConversation = Pick<
  ConversationEntity,
  'id' | 'lookupId' | 'codeEpoch' | 'publicKey' | 'privateKeyWrap' | 'caseKeyWrap'
>;

interface ConversationRow {
  readonly id: string;
  readonly case_id: string;
  readonly public_key: Buffer;
  readonly private_key_wrap: Buffer;
  readonly case_key_wrap: Buffer;
}

/** What the right code opened. `privateKey` is X25519, 32 bytes, and never leaves the request. */
export interface OpenedConversation {
  readonly id: string;
  readonly caseId: string;
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
  readonly caseKeys: CaseKeys;
}

/** Makes conversations, and finds and opens them by their code. */
export class ConversationService {
  constructor(
    private readonly secrets: DeploymentSecrets,
    private readonly argon2: Argon2Queue,
  ) {}

  /**
   * Derives the keys of a new conversation. Writes nothing.
   *
   * @param lane whose place in the Argon2 queue this takes.
   * @throws {Argon2QueueFull} callers answer `ServiceBusy`.
   */
  async prepare(code: AccessCode, caseKeys: CaseKeys, lane: string): Promise<NewConversation> {
    const keys = await this.argon2.run(lane, () => deriveCodeKeys(code, this.secrets, CURRENT_EPOCH));
    const pair = newKeyPair();
    const id = randomUUID();
    return {
      id,
      lookupId: keys.lookupId,
      codeEpoch: CURRENT_EPOCH,
      publicKey: pair.publicKey,
      privateKeyWrap: wrapKey(pair.privateKey, keys.codeKey, privateKeyPlace(id)),
      caseKeyWrap: caseKeys.wrapFor(pair.publicKey),
    };
  }

  /** @returns stores a prepared conversation; fails with a unique violation when its code opens another one already. */
  insertion(conversation: NewConversation, caseId: string): Statement {
    return {
      text: `INSERT INTO conversation (id, case_id, lookup_id, code_epoch, public_key, private_key_wrap, case_key_wrap)
             VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      values: [
        conversation.id,
        caseId,
        conversation.lookupId,
        conversation.codeEpoch,
        conversation.publicKey,
        conversation.privateKeyWrap,
        conversation.caseKeyWrap,
      ],
    };
  }

  /**
   * Finds and opens the conversation of a code.
   *
   * One Argon2 run and one indexed read whatever the answer, so that a code that never existed, was closed, deleted
   * or expired takes the same work.
   *
   * @returns null when no open conversation has this code.
   * @throws {Argon2QueueFull} callers answer `ServiceBusy`.
   */
  async openWithCode(
    manager: EntityManager,
    code: AccessCode,
    lane: string,
  ): Promise<OpenedConversation | null> {
    const keys = await this.argon2.run(lane, () => deriveCodeKeys(code, this.secrets, CURRENT_EPOCH));
    const [row] = await manager.query<ConversationRow[]>(
      `SELECT id, case_id, public_key, private_key_wrap, case_key_wrap FROM conversation
       WHERE lookup_id = $1 AND is_open`,
      [keys.lookupId],
    );
    if (!row) return null;
    const { id, case_id: caseId, public_key: publicKey } = row;
    const privateKey = unwrapKey(row.private_key_wrap, keys.codeKey, privateKeyPlace(id));
    const caseKeys = CaseKeys.unwrap(row.case_key_wrap, { publicKey, privateKey });
    return { id, caseId, publicKey, privateKey, caseKeys };
  }
}

function privateKeyPlace(id: string) {
  return { table: 'conversation', row: id, column: 'private_key_wrap' };
}

import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, MoreThan } from 'typeorm';
import { openText, sealText } from '../crypto/sealing.ts';
import type { Day } from '../shared/day.ts';
import { MessageEntity } from './message.entity.ts';
import { Message, type MessageAuthor } from './message.type.ts';

/** A message about to be stored. */
export interface NewMessage {
  readonly conversationId: string;
  readonly author: MessageAuthor;
  /** Null for the reporter. */
  readonly caseworkerId: string | null;
  readonly text: string;
  readonly sentOn: Day;
}

/** A message as it is stored. */
export type SealedMessage = Pick<
  MessageEntity,
  'id' | 'conversationId' | 'seq' | 'author' | 'sealedText' | 'sentOn'
>;

/** Stores and opens messages. */
export class MessageService {
  private readonly listeners = new Set<(conversationId: string) => void>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Calls `listener` with the conversation when a reply was committed by this process, before any wake-up has come round.
   * Replies that other processes commit are not told of.
   *
   * @returns takes the listener off again.
   */
  onReplied(listener: (conversationId: string) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Says that a reply was committed. */
  replied(conversationId: string): void {
    for (const listener of this.listeners) listener(conversationId);
  }

  /**
   * Gives a message its place and stores it, inside the caller's transaction.
   *
   * `seq` is taken under the row lock of the conversation: without gaps, in the order of commits, so that no reader
   * with a cursor can miss one.
   *
   * @returns null when the conversation is closed or gone.
   */
  async append(manager: EntityManager, caseKey: Buffer, message: NewMessage): Promise<Message | null> {
    const [rows] = await manager.query<[{ last_seq: number }[], number]>(
      `UPDATE conversation SET last_seq = last_seq + 1,
              last_reply_seq = CASE WHEN $2 = 'CASEWORKER' THEN last_seq + 1 ELSE last_reply_seq END,
              last_reporter_seq = CASE WHEN $2 = 'REPORTER' THEN last_seq + 1 ELSE last_reporter_seq END
       WHERE id = $1 AND is_open RETURNING last_seq`,
      [message.conversationId, message.author],
    );
    const seq = rows[0]?.last_seq;
    if (seq === undefined) return null;
    const id = randomUUID();
    await manager.query(
      `INSERT INTO message (id, conversation_id, seq, author, caseworker_id, sealed_text, sent_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        message.conversationId,
        seq,
        message.author,
        message.caseworkerId,
        sealText(message.text, caseKey, place(id)),
        message.sentOn,
      ],
    );
    return new Message({
      seq,
      author: message.author,
      text: message.text,
      sentOn: message.sentOn,
    });
  }

  /**
   * How many messages came after the last one that a writer saw, inside the caller's transaction. None can come until
   * that ends: the row of the conversation is locked.
   */
  async countAfter(manager: EntityManager, conversationId: string, seq: number): Promise<number> {
    const [row] = await manager.query<{ last_seq: number }[]>(
      'SELECT last_seq FROM conversation WHERE id = $1 FOR UPDATE',
      [conversationId],
    );
    return Math.max((row?.last_seq ?? 0) - seq, 0);
  }

  /** Whether anything can still be written. */
  async isOpen(conversationId: string): Promise<boolean> {
    const [row] = await this.dataSource.query<{ is_open: boolean }[]>(
      'SELECT is_open FROM conversation WHERE id = $1',
      [conversationId],
    );
    return row?.is_open ?? false;
  }

  /** Messages of a conversation after a place, in order. */
  async list(conversationId: string, caseKey: Buffer, afterSeq: number): Promise<Message[]> {
    const rows = await this.dataSource.manager.find(MessageEntity, {
      where: { conversationId, seq: MoreThan(afterSeq) },
      order: { seq: 'ASC' },
    });
    return rows.map((row) => openMessage(row, caseKey));
  }

  /** The next messages of one side after a place, in order. */
  async next(
    conversationId: string,
    caseKey: Buffer,
    author: MessageAuthor,
    afterSeq: number,
    atMost: number,
  ): Promise<Message[]> {
    const rows = await this.dataSource.manager.find(MessageEntity, {
      where: { conversationId, author, seq: MoreThan(afterSeq) },
      order: { seq: 'ASC' },
      take: atMost,
    });
    return rows.map((row) => openMessage(row, caseKey));
  }

  /** Rows of many conversations at once, in order, still sealed. */
  async sealedOf(conversationIds: readonly string[]): Promise<SealedMessage[]> {
    return this.dataSource.query<SealedMessage[]>(
      `SELECT id, conversation_id AS "conversationId", seq, author, sealed_text AS "sealedText", sent_on AS "sentOn"
       FROM message WHERE conversation_id = ANY($1) ORDER BY conversation_id, seq`,
      [conversationIds],
    );
  }

  /** Opens one row. @throws {SealBroken} another key, another row, or changed bytes. */
  open(row: SealedMessage, caseKey: Buffer): Message {
    return openMessage(row, caseKey);
  }
}

function openMessage(row: SealedMessage, caseKey: Buffer): Message {
  return new Message({
    ...row,
    text: openText(row.sealedText, caseKey, place(row.id)),
  });
}

function place(row: string) {
  return { table: 'message', row, column: 'sealed_text' };
}

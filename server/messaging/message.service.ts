import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { CaseKeys } from '../crypto/case-keys.ts';
import { type CopyReader, type SealedWords, wordsIn } from '../database/copy-reader.ts';
import type { Day } from '../shared/day.ts';
import type { Reporter } from '../viewer.ts';
import type { MessageEntity } from './message.entity.ts';
import { Message, type MessageAuthor } from './message.type.ts';

/**
 * Place of the last message that a reporter can write. All that a conversation holds is read and opened at once, by staff and
 * by its reporter, so without an end to it a stranger could stop the program; nobody who wants an answer comes so far.
 */
const LAST_PLACE = 1_000;

/** Where in a conversation a message belongs that is about to be stored. */
export interface MessagePlace {
  readonly conversationId: string;
  readonly author: MessageAuthor;
  readonly seq: number;
  /** The keys of the case in sealed boxes for the reporter, as they are under the lock of the conversation. */
  readonly boxes: Buffer;
}

/** A message about to be stored. */
export interface NewMessage {
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
   * Takes the next place in a conversation, inside the caller's transaction.
   *
   * `seq` is taken under the row lock of the conversation: without gaps, in the order of commits, so that no reader
   * with a cursor can miss one. Nor can a key be added to the case before that transaction ends.
   *
   * @returns null when the conversation is closed, gone, or too full for one more of the reporter.
   */
  async takePlace(
    manager: EntityManager,
    conversationId: string,
    author: MessageAuthor,
  ): Promise<MessagePlace | null> {
    const [[row]] = await manager.query<[{ last_seq: number; case_key_wrap: Buffer }[], number]>(
      `UPDATE conversation SET last_seq = last_seq + 1,
              last_reply_seq = CASE WHEN $2 = 'CASEWORKER' THEN last_seq + 1 ELSE last_reply_seq END,
              last_reporter_seq = CASE WHEN $2 = 'REPORTER' THEN last_seq + 1 ELSE last_reporter_seq END
       WHERE id = $1 AND is_open AND ($2 = 'CASEWORKER' OR last_seq < $3) RETURNING last_seq, case_key_wrap`,
      [conversationId, author, LAST_PLACE],
    );
    return row ? { conversationId, author, seq: row.last_seq, boxes: row.case_key_wrap } : null;
  }

  /** Stores a message at its place, inside the same transaction. One statement. */
  async store(
    manager: EntityManager,
    { conversationId, author, seq }: MessagePlace,
    caseKeys: CaseKeys,
    { caseworkerId, text, sentOn }: NewMessage,
  ): Promise<void> {
    const id = randomUUID();
    await manager.query(
      `INSERT INTO message (id, conversation_id, seq, author, caseworker_id, sealed_text, sent_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, conversationId, seq, author, caseworkerId, caseKeys.seal(text, place(id)), sentOn],
    );
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

  /**
   * The place of the last message of the reporter, 0 for none, inside the caller's transaction. None can come until that
   * ends: the row of the conversation is locked.
   */
  async lastOfReporter(manager: EntityManager, conversationId: string): Promise<number> {
    const [row] = await manager.query<{ last_reporter_seq: number }[]>(
      'SELECT last_reporter_seq FROM conversation WHERE id = $1 FOR UPDATE',
      [conversationId],
    );
    return row?.last_reporter_seq ?? 0;
  }

  /** Whether the reporter can still write something. */
  async isOpen(conversationId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      'SELECT 1 AS found FROM conversation WHERE id = $1 AND is_open AND last_seq < $2',
      [conversationId, LAST_PLACE],
    );
    return rows.length > 0;
  }

  /** Messages of a reporter's conversation after a place, in order. */
  async list(reporter: Reporter, afterSeq: number): Promise<Message[]> {
    return this.read(reporter, 'm.seq > $2 ORDER BY m.seq', [afterSeq]);
  }

  /** The next messages of one side after a place, in order. */
  async next(
    reporter: Reporter,
    author: MessageAuthor,
    afterSeq: number,
    atMost: number,
  ): Promise<Message[]> {
    return this.read(reporter, 'm.seq > $2 AND m.author = $3 ORDER BY m.seq LIMIT $4', [
      afterSeq,
      author,
      atMost,
    ]);
  }

  /** Boxes of keys come with the messages, in one snapshot: the session that reads may be older than the newest key. */
  private async read(
    { conversationId, caseKeys }: Reporter,
    which: string,
    values: readonly unknown[],
  ): Promise<Message[]> {
    const rows = await this.dataSource.query<(SealedMessage & { boxes: Buffer })[]>(
      `SELECT ${AS_SEALED}, c.case_key_wrap AS boxes FROM message m JOIN conversation c ON c.id = m.conversation_id
       WHERE c.id = $1 AND ${which}`,
      [conversationId, ...values],
    );
    return rows.map((row) => openMessage(row, caseKeys.learn(row.boxes)));
  }

  /** Rows of many conversations at once, in order, still sealed. */
  async sealedOf(conversationIds: readonly string[]): Promise<SealedMessage[]> {
    return this.dataSource.query<SealedMessage[]>(
      `SELECT ${AS_SEALED} FROM message m WHERE m.conversation_id = ANY($1) ORDER BY m.conversation_id, m.seq`,
      [conversationIds],
    );
  }

  /** The words of many conversations by conversation, in no order, still sealed: for a search through thousands. */
  async wordsOf(reader: CopyReader, conversationIds: readonly string[]): Promise<SealedWords[]> {
    const select =
      'SELECT id::text, conversation_id::text, sealed_text FROM message WHERE conversation_id = ANY($1)';
    return wordsIn(await reader.read(select, [`{${conversationIds.join()}}`]));
  }

  /** Opens one row. @throws {SealBroken} another key, another row, or changed bytes. */
  open(row: SealedMessage, caseKeys: CaseKeys): Message {
    return openMessage(row, caseKeys);
  }

  /** Opens the words of one row alone. @throws {SealBroken} as above. */
  text(row: Pick<SealedMessage, 'id' | 'sealedText'>, caseKeys: CaseKeys): string {
    return textOf(row, caseKeys);
  }
}

/** Columns of a `SealedMessage`, from `message m`. */
const AS_SEALED = `m.id, m.conversation_id AS "conversationId", m.seq, m.author, m.sealed_text AS "sealedText",
  m.sent_on AS "sentOn"`;

function openMessage(row: SealedMessage, caseKeys: CaseKeys): Message {
  return new Message({ ...row, text: textOf(row, caseKeys) });
}

function textOf(row: Pick<SealedMessage, 'id' | 'sealedText'>, caseKeys: CaseKeys): string {
  return caseKeys.open(row.sealedText, place(row.id));
}

function place(row: string) {
  return { table: 'message', row, column: 'sealed_text' };
}

import type { DataSource } from 'typeorm';
import type { MessageService, SealedMessage } from '../messaging/message.service.ts';
import { groupedBy } from '../shared/grouped-by.ts';
import type { Caseworker } from '../viewer.ts';
import type { CaseNoteService, SealedNote } from './case-note.service.ts';
import { CASE_COLUMNS, CASE_TABLES, type CaseRow } from './case-row.ts';
import type { InboxCursor } from './inbox-cursor.ts';

/** How many cases are read at once: one statement each for bodies, messages and notes. */
const BATCH = 200;

/** A case with its sealed bodies. */
export interface SearchRow extends CaseRow {
  readonly sealed_answers: Buffer;
  readonly sealed_contact_details: Buffer | null;
}

/** Cases in the order of a search, with all that is written in them, still sealed. */
export interface SearchBatch {
  readonly rows: readonly SearchRow[];
  /** By conversation. */
  readonly messages: ReadonlyMap<string, readonly SealedMessage[]>;
  /** By case. */
  readonly notes: ReadonlyMap<string, readonly SealedNote[]>;
  /** Whether none is behind it. */
  readonly isLast: boolean;
}

/** Reads what a search looks through. */
export class SearchBatches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly messages: MessageService,
    private readonly notes: CaseNoteService,
  ) {}

  /** How many cases a caseworker may open. */
  async total({ caseworkerId }: Caseworker): Promise<number> {
    const [row] = await this.dataSource.query<{ total: number }[]>(
      'SELECT count(*)::int AS total FROM case_wrap WHERE caseworker_id = $1',
      [caseworkerId],
    );
    return row?.total ?? 0;
  }

  /** The next cases behind a place, the latest day first. */
  async after({ caseworkerId }: Caseworker, place: InboxCursor | null): Promise<SearchBatch> {
    const rows = await this.dataSource.query<SearchRow[]>(
      `SELECT ${CASE_COLUMNS}, f.sealed_answers, f.sealed_contact_details FROM ${CASE_TABLES}
       WHERE w.caseworker_id = $1 ${place ? 'AND f.received_on <= $2 AND (f.received_on < $2 OR f.id > $3)' : ''}
       ORDER BY f.received_on DESC, f.id LIMIT ${BATCH}`,
      [caseworkerId, ...(place ? [place.day, place.id] : [])],
    );
    const conversations = rows.flatMap(({ conversation_id: id, last_reporter_seq, last_reply_seq }) =>
      id && last_reporter_seq + last_reply_seq > 0 ? [id] : [],
    );
    const [messages, notes] = await Promise.all([
      conversations.length > 0 ? this.messages.sealedOf(conversations) : [],
      this.notes.sealedOf(rows.map(({ id }) => id)),
    ]);
    return {
      rows,
      messages: groupedBy(messages, ({ conversationId }) => conversationId),
      notes: groupedBy(notes, ({ caseId }) => caseId),
      isLast: rows.length < BATCH,
    };
  }
}

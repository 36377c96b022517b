import type { DataSource } from 'typeorm';
import type { MessageService, SealedMessage } from '../messaging/message.service.ts';
import { groupedBy } from '../shared/grouped-by.ts';
import type { Caseworker } from '../viewer.ts';
import type { CaseNoteService, SealedNote } from './case-note.service.ts';
import { CASE_COLUMNS, CASE_TABLES, type CaseRow } from './case-row.ts';
import type { InboxCursor } from './inbox-cursor.ts';

/** How many cases are read at once: one statement each for bodies, messages and notes. */
const BATCH = 200;

/** How many batches are on their way while one is looked through, so that the search need not wait for the next. */
const AHEAD = 2;

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

  /**
   * The cases behind a place, the latest day first. The database reads ahead of whoever takes them.
   *
   * @param goesOn whether more is to be read. Where it says no, what was read already comes still, then nothing.
   */
  async *behind(
    caseworker: Caseworker,
    place: InboxCursor | null,
    goesOn: () => boolean,
  ): AsyncGenerator<SearchBatch> {
    let latest: Promise<Reading | null> = this.read(caseworker, place);
    const onTheWay = [latest];
    for (;;) {
      while (onTheWay.length <= AHEAD && goesOn()) {
        latest = this.readNext(caseworker, latest);
        onTheWay.push(latest);
      }
      const reading = await onTheWay.shift();
      if (!reading) return;
      const { rows } = reading;
      const [messages, notes] = await reading.written;
      yield { rows, messages, notes, isLast: rows.length < BATCH };
    }
  }

  private readNext(caseworker: Caseworker, before: Promise<Reading | null>): Promise<Reading | null> {
    const next = before.then((reading) => {
      const last = reading?.rows[BATCH - 1];
      return last ? this.read(caseworker, { day: last.received_on, id: last.id }) : null;
    });
    // Whoever found enough takes no more of them.
    next.catch(() => undefined);
    return next;
  }

  private async read({ caseworkerId }: Caseworker, place: InboxCursor | null): Promise<Reading> {
    const rows = await this.dataSource.query<SearchRow[]>(
      `SELECT ${CASE_COLUMNS}, f.sealed_answers, f.sealed_contact_details FROM ${CASE_TABLES}
       WHERE w.caseworker_id = $1 ${place ? 'AND f.received_on <= $2 AND (f.received_on < $2 OR f.id > $3)' : ''}
       ORDER BY f.received_on DESC, f.id LIMIT ${BATCH}`,
      [caseworkerId, ...(place ? [place.day, place.id] : [])],
    );
    const written = Promise.all([this.messagesOf(rows), this.notesOf(rows)]);
    written.catch(() => undefined);
    return { rows, written };
  }

  private async messagesOf(rows: readonly SearchRow[]): Promise<SearchBatch['messages']> {
    const conversations = rows.flatMap(({ conversation_id: id, last_reporter_seq, last_reply_seq }) =>
      id && last_reporter_seq + last_reply_seq > 0 ? [id] : [],
    );
    const sealed = conversations.length > 0 ? await this.messages.sealedOf(conversations) : [];
    return groupedBy(sealed, ({ conversationId }) => conversationId);
  }

  private async notesOf(rows: readonly SearchRow[]): Promise<SearchBatch['notes']> {
    return groupedBy(await this.notes.sealedOf(rows.map(({ id }) => id)), ({ caseId }) => caseId);
  }
}

/** A batch on its way. */
interface Reading {
  readonly rows: readonly SearchRow[];
  readonly written: Promise<[SearchBatch['messages'], SearchBatch['notes']]>;
}

import type { DataSource } from 'typeorm';
import type { CaseWrap } from '../access/case-wrap.service.ts';
import { type CopiedRow, CopyReader, type SealedWords } from '../database/copy-reader.ts';
import type { MessageService } from '../messaging/message.service.ts';
import type { Day } from '../shared/day.ts';
import { groupedBy } from '../shared/grouped-by.ts';
import type { Caseworker } from '../viewer.ts';
import type { CaseNoteService } from './case-note.service.ts';
import { CASE_TABLES } from './case-row.ts';
import type { FastWrapKeeper } from './fast-wrap-keeper.ts';
import type { InboxCursor } from './inbox-cursor.ts';

/** How many cases are read at once: one statement each for bodies, messages and notes. */
const BATCH = 400;

/**
 * How many messages are read at once, unless one case has more: up to 128 MiB. Strangers decide how many there are, and
 * ordinary cases have a few.
 */
const MOST_MESSAGES = 4_000;

/** How many batches are on their way while one is looked through, so that the search need not wait for the next. */
const AHEAD = 2;

/** What a search needs of a case, still sealed. */
export interface SearchRow extends CaseWrap {
  readonly received_on: Day;
  readonly number: string;
  readonly questionnaire_version_id: string;
  readonly conversation_id: string | null;
  /** How many messages there are. */
  readonly messages: number;
  readonly sealed_answers: Buffer;
  readonly sealed_contact_details: Buffer | null;
}

const SEARCH_COLUMNS = `f.id::text, f.received_on::text, f.number, f.questionnaire_version_id::text, c.id::text,
  w.case_key_wrap, w.fast_wrap, f.sealed_answers, f.sealed_contact_details, COALESCE(c.last_seq, 0)::text`;

/** Cases in the order of a search, with all that is written in them, still sealed. */
export interface SearchBatch {
  readonly rows: readonly SearchRow[];
  /** By conversation. */
  readonly messages: ReadonlyMap<string, readonly SealedWords[]>;
  /** By case. */
  readonly notes: ReadonlyMap<string, readonly SealedWords[]>;
  /** Whether none is behind it. */
  readonly isLast: boolean;
}

/** Reads what a search looks through. */
export class SearchBatches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keeper: FastWrapKeeper,
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
   * The cases behind a place, the latest day first. The database reads ahead of whoever takes them, over one connection.
   *
   * @param goesOn whether more is to be read. Where it says no, what was read already comes still, then nothing.
   */
  async *behind(
    caseworker: Caseworker,
    place: InboxCursor | null,
    goesOn: () => boolean,
  ): AsyncGenerator<SearchBatch> {
    const reader = await CopyReader.open(this.dataSource);
    try {
      let latest: Promise<Reading | null> = this.read(reader, caseworker, place);
      const onTheWay = [latest];
      for (;;) {
        while (onTheWay.length <= AHEAD && goesOn()) {
          latest = this.readNext(reader, caseworker, latest);
          onTheWay.push(latest);
        }
        const reading = await onTheWay.shift();
        if (!reading) return;
        const { rows, isLast } = reading;
        const [messages, notes] = await reading.written;
        yield { rows, messages, notes, isLast };
      }
    } finally {
      await reader.close();
    }
  }

  private readNext(
    reader: CopyReader,
    caseworker: Caseworker,
    before: Promise<Reading | null>,
  ): Promise<Reading | null> {
    const next = before.then((reading) => {
      const last = reading?.isLast ? undefined : reading?.rows.at(-1);
      return last ? this.read(reader, caseworker, { day: last.received_on, id: last.id }) : null;
    });
    // Whoever found enough takes no more of them.
    next.catch(() => undefined);
    return next;
  }

  private async read(
    reader: CopyReader,
    { caseworkerId }: Caseworker,
    place: InboxCursor | null,
  ): Promise<Reading> {
    const select = `SELECT ${SEARCH_COLUMNS} FROM ${CASE_TABLES}
       WHERE w.caseworker_id = $1 ${place ? 'AND f.received_on <= $2 AND (f.received_on < $2 OR f.id > $3)' : ''}
       ORDER BY f.received_on DESC, f.id LIMIT ${BATCH}`;
    const from = place ? [place.day, place.id] : [];
    const copied = await reader.read(select, [caseworkerId, ...from]);
    const found = copied.map((row) => this.keeper.completed(caseworkerId, rowOf(row)));
    const rows = found.slice(0, fittingIn(MOST_MESSAGES, found));
    const isLast = found.length < BATCH && rows.length === found.length;
    const ids = rows.map(({ id }) => id);
    const conversations = rows.flatMap(({ conversation_id: id }) => id ?? []);
    const written = Promise.all([
      this.messages.wordsOf(reader, conversations).then(byOwner),
      this.notes.wordsOf(reader, ids).then(byOwner),
    ]);
    written.catch(() => undefined);
    return { rows, written, isLast };
  }
}

/** A batch on its way. */
interface Reading {
  readonly rows: readonly SearchRow[];
  readonly written: Promise<[SearchBatch['messages'], SearchBatch['notes']]>;
  readonly isLast: boolean;
}

/** How many of the rows have no more messages together than that; one in any case, where there is one. */
function fittingIn(most: number, rows: readonly SearchRow[]): number {
  let sum = 0;
  const over = rows.findIndex(({ messages }, place) => {
    sum += messages;
    return place > 0 && sum > most;
  });
  return over === -1 ? rows.length : over;
}

function byOwner(words: readonly SealedWords[]): ReadonlyMap<string, readonly SealedWords[]> {
  return groupedBy(words, ({ of }) => of);
}

/** @throws {RangeError} a column that is never NULL is. */
function rowOf(row: CopiedRow): SearchRow {
  return {
    id: row.text(0),
    received_on: row.text(1),
    number: row.text(2),
    questionnaire_version_id: row.text(3),
    conversation_id: row.textOrNull(4),
    case_key_wrap: row.bytes(5),
    fast_wrap: row.bytesOrNull(6),
    sealed_answers: row.bytes(7),
    sealed_contact_details: row.bytesOrNull(8),
    messages: Number(row.text(9)),
  };
}

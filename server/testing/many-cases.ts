import { randomBytes, randomUUID } from 'node:crypto';
import { newKeyPair, newSymmetricKey, sealToPublicKey } from '../crypto/key-wrapping.ts';
import { sealText } from '../crypto/sealing.ts';

/** One generated case: the words of its report, its messages and its notes. */
export interface GeneratedCase {
  readonly words: string;
  /** In turn by the reporter and a caseworker; none: the reporter did not opt in. */
  readonly messages: readonly string[];
  readonly notes: readonly string[];
}

/** Whatever runs statements and gives their rows, as a `DataSource` does. */
export interface Statements {
  query<Rows>(statement: string, values?: unknown[]): Promise<Rows>;
}

type Row = readonly unknown[];

const AT_ONCE = 500;
const STATUSES = ['NEW', 'OPEN', 'OPEN', 'WAITING_FOR_REPORTER', 'ON_HOLD', 'CLOSED', 'CLOSED'];

/**
 * Stores so many sealed cases for all caseworkers there are, much faster than through the doors: days, statuses,
 * deadlines and assignees vary over two years.
 *
 * @param caseOf what stands in the case of a number from 0.
 * @returns the ids of the cases, by number.
 */
export async function storeManyCases(
  dataSource: Statements,
  count: number,
  caseOf: (number: number) => GeneratedCase,
): Promise<string[]> {
  const staff = await dataSource.query<{ id: string; public_key: Buffer }[]>(
    'SELECT id, public_key FROM caseworker',
  );
  const [version] = await dataSource.query<{ id: string }[]>('SELECT id FROM questionnaire_version');
  const ids: string[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows: Record<string, Row[]> = {
      case_file: [],
      case_wrap: [],
      conversation: [],
      message: [],
      case_note: [],
    };
    for (let number = from; number < Math.min(from + AT_ONCE, count); number += 1) {
      ids.push(addCase(rows, number, caseOf(number), staff, version?.id ?? ''));
    }
    for (const [table, { columns, types }] of Object.entries(TABLES)) {
      await insert(dataSource, table, columns, types, rows[table] ?? []);
    }
  }
  await dataSource.query('ANALYZE');
  return ids;
}

const TABLES: Record<string, { columns: string; types: string[] }> = {
  case_file: {
    columns: `id, number, received_on, status, locale, questionnaire_version_id, messaging, sealed_answers,
      assignee_id, reply_due_by, changed_on, clock_started_on, clock_days_used, closed_on`,
    types: [
      'uuid',
      'text',
      'date',
      'text',
      'text',
      'uuid',
      'boolean',
      'bytea',
      'uuid',
      'date',
      'date',
      'date',
      'smallint',
      'date',
    ],
  },
  case_wrap: { columns: 'case_id, caseworker_id, case_key_wrap', types: ['uuid', 'uuid', 'bytea'] },
  conversation: {
    columns: `id, case_id, lookup_id, code_epoch, public_key, private_key_wrap, case_key_wrap, last_seq,
      last_reply_seq, last_reporter_seq`,
    types: ['uuid', 'uuid', 'bytea', 'smallint', 'bytea', 'bytea', 'bytea', 'integer', 'integer', 'integer'],
  },
  message: {
    columns: 'id, conversation_id, seq, author, caseworker_id, sealed_text, sent_on',
    types: ['uuid', 'uuid', 'integer', 'text', 'uuid', 'bytea', 'date'],
  },
  case_note: {
    columns: 'id, case_id, caseworker_id, sealed_text, written_at',
    types: ['uuid', 'uuid', 'uuid', 'bytea', 'timestamptz'],
  },
};

function addCase(
  rows: Record<string, Row[]>,
  number: number,
  { words, messages, notes }: GeneratedCase,
  staff: readonly { id: string; public_key: Buffer }[],
  version: string,
): string {
  const id = randomUUID();
  const caseKey = newSymmetricKey();
  const answers = [
    { question: 'what-happened', text: words },
    { question: 'kinds', choices: ['bullying'] },
  ];
  const received = dayBefore(number % 730);
  const status = STATUSES[number % STATUSES.length] ?? 'OPEN';
  const isDue = messages.length % 2 === 1 && status !== 'CLOSED' && status !== 'WAITING_FOR_REPORTER';
  const assignee = number % 3 === 0 ? (staff[number % staff.length]?.id ?? null) : null;
  const author = staff[0]?.id ?? null;
  rows['case_file']?.push([
    id,
    numberOf(number),
    received,
    status,
    'en',
    version,
    messages.length > 0,
    sealText(JSON.stringify(answers), caseKey, { table: 'case_file', row: id, column: 'sealed_answers' }),
    assignee,
    isDue ? dayBefore((number % 20) - 10) : null,
    received,
    isDue ? received : null,
    isDue ? 0 : null,
    status === 'CLOSED' ? received : null,
  ]);
  for (const { id: holder, public_key } of staff) {
    rows['case_wrap']?.push([id, holder, sealToPublicKey(caseKey, public_key)]);
  }
  if (messages.length > 0) {
    const conversation = randomUUID();
    const pair = newKeyPair();
    const replies = Math.floor(messages.length / 2);
    rows['conversation']?.push([
      conversation,
      id,
      randomBytes(32),
      1,
      pair.publicKey,
      randomBytes(73),
      sealToPublicKey(caseKey, pair.publicKey),
      messages.length,
      replies * 2,
      messages.length - ((messages.length + 1) % 2),
    ]);
    messages.forEach((text, index) => {
      const row = randomUUID();
      const isReply = index % 2 === 1;
      const sealed = sealText(text, caseKey, { table: 'message', row, column: 'sealed_text' });
      const side = isReply ? 'CASEWORKER' : 'REPORTER';
      rows['message']?.push([row, conversation, index + 1, side, isReply ? author : null, sealed, received]);
    });
  }
  for (const text of notes) {
    const row = randomUUID();
    const sealed = sealText(text, caseKey, { table: 'case_note', row, column: 'sealed_text' });
    rows['case_note']?.push([row, id, author, sealed, new Date()]);
  }
  return id;
}

async function insert(
  dataSource: Statements,
  table: string,
  columns: string,
  types: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const arrays = types.map((type, index) => `$${index + 1}::${type}[]`);
  await dataSource.query(
    `INSERT INTO ${table} (${columns}) SELECT * FROM unnest(${arrays.join(', ')})`,
    types.map((_, index) => rows.map((row) => row[index])),
  );
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** As unlike each other as real ones, and none twice. */
function numberOf(number: number): string {
  const text = number.toString(32).toUpperCase().padStart(6, '0');
  return `${text.slice(0, 3)}-${text.slice(3)}`;
}

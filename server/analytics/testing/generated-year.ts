import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { addDays, type Day } from '../../shared/day.ts';
import { monthAfter, monthOf } from '../tally.service.ts';
import type { ReportFacts } from '../tally.ts';
import { closeMonths, countAll } from './year-of-reports.ts';

/** How many reports came in the generated year. */
export const REPORTS = 5_000;

/** The category of three people, and how many they are. */
export const SMALL = { category: 'stalking', reports: 3 };

const KINDS = [
  'bullying',
  'harassment',
  'sexual',
  'discrimination',
  'hate',
  'relationship-abuse',
  'stalking',
  'violence',
  'something-else',
];
const PLACES = ['site', 'accommodation', 'placement', 'event', 'internet', 'elsewhere'];

/** What came in on one day, and what became of it. */
interface LivedReport {
  readonly receivedOn: Day;
  readonly facts: ReportFacts;
  readonly status: string;
  /** Null: nobody has answered. */
  readonly repliedOn: Day | null;
  readonly hasWrittenAgain: boolean;
}

/**
 * Lets a year of a middling university happen in a database: 5,000 reports with their cases and first replies, each month
 * closed when it was over. Nothing of it is by chance, so every run tells the same.
 *
 * @param now the last of the twelve months is the last one that is closed by then.
 * @returns the first days of the twelve months.
 */
export async function liveGeneratedYear(dataSource: DataSource, now: Date): Promise<Day[]> {
  const today = now.toISOString().slice(0, 10);
  let month = monthOf(addDays(monthOf(addDays(today, -14)), -365));
  const months: Day[] = [];
  const clock = { now: () => new Date(`${addDays(monthAfter(month), 14)}T12:00:00Z`) };
  const lab = { dataSource, master: randomBytes(32), clock };
  const start = month;
  for (let index = 0; index < 12; index += 1) {
    const first = Math.round((REPORTS * index) / 12);
    const count = Math.round((REPORTS * (index + 1)) / 12) - first;
    const reports = Array.from({ length: count }, (_, turn) => livedReport(month, index, first + turn, turn));
    await countAll(lab, reports);
    await storeLived(dataSource, reports);
    await closeMonths(lab, start);
    months.push(month);
    month = monthAfter(month);
  }
  return months;
}

function livedReport(month: Day, index: number, number: number, turn: number): LivedReport {
  const receivedOn = addDays(month, (turn * 11) % 28);
  const messaging = number % 10 < 6;
  const isSmall = index === 4 && turn < SMALL.reports;
  const kind = isSmall
    ? SMALL.category
    : (['bullying', 'harassment', 'sexual', 'hate'][(turn * 7) % 4] ?? '');
  // A few in every month are somewhere else; the others are spread unevenly.
  const place = turn % 9 === 0 ? 'elsewhere' : (PLACES[(turn * turn) % PLACES.length] ?? '');
  return {
    receivedOn,
    facts: {
      route: number % 7 < 2 ? 'CONTACT_DETAILS' : 'ANONYMOUS',
      locale: number % 8 === 0 ? 'cy' : 'en',
      locales: ['en', 'cy', 'ar'],
      messaging,
      answers: [
        { question: 'kinds', isOneChoice: false, offered: KINDS, given: [kind] },
        { question: 'where', isOneChoice: true, offered: PLACES, given: [place] },
      ],
    },
    status: ['CLOSED', 'CLOSED', 'CLOSED', 'OPEN', 'WAITING_FOR_REPORTER'][number % 5] ?? 'OPEN',
    repliedOn: messaging && number % 20 !== 5 ? addDays(receivedOn, number % 4) : null,
    hasWrittenAgain: messaging && number % 2 === 0,
  };
}

async function storeLived(dataSource: DataSource, reports: readonly LivedReport[]): Promise<void> {
  const [version] = await dataSource.query<{ id: string }[]>('SELECT id FROM questionnaire_version LIMIT 1');
  const [caseworker] = await dataSource.query<{ id: string }[]>('SELECT id FROM caseworker LIMIT 1');
  const stored = reports.map((report) => ({ ...report, id: randomUUID(), conversation: randomUUID() }));
  await dataSource.query(
    `INSERT INTO case_file (id, number, received_on, status, locale, questionnaire_version_id, messaging,
                            sealed_answers, sealed_contact_details, changed_on, closed_on)
     SELECT id, id::text, received_on, status, 'en', $1, messaging, '\\x01', CASE WHEN has_contact THEN '\\x01'::bytea END,
            received_on, CASE status WHEN 'CLOSED' THEN received_on END
     FROM unnest($2::uuid[], $3::date[], $4::text[], $5::boolean[], $6::boolean[])
       AS f(id, received_on, status, messaging, has_contact)`,
    [
      version?.id,
      stored.map(({ id }) => id),
      stored.map(({ receivedOn }) => receivedOn),
      stored.map(({ status }) => status),
      stored.map(({ facts }) => facts.messaging),
      stored.map(({ facts }) => facts.route === 'CONTACT_DETAILS'),
    ],
  );
  const talking = stored.filter(({ facts }) => facts.messaging);
  await dataSource.query(
    `INSERT INTO conversation (id, case_id, lookup_id, code_epoch, public_key, private_key_wrap, case_key_wrap,
                               last_seq, last_reply_seq, last_reporter_seq)
     SELECT id, case_id, lookup_id, 1, $4, $5, $6, 2, 1, 2
     FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) AS c(id, case_id, lookup_id)`,
    [
      talking.map(({ conversation }) => conversation),
      talking.map(({ id }) => id),
      talking.map(() => randomBytes(32)),
      randomBytes(32),
      randomBytes(73),
      randomBytes(81),
    ],
  );
  const messages = talking.flatMap(({ conversation, receivedOn, repliedOn, hasWrittenAgain }) => [
    ...(repliedOn === null ? [] : [{ conversation, seq: 1, author: 'CASEWORKER', sentOn: repliedOn }]),
    ...(hasWrittenAgain ? [{ conversation, seq: 2, author: 'REPORTER', sentOn: receivedOn }] : []),
  ]);
  await dataSource.query(
    `INSERT INTO message (id, conversation_id, seq, author, caseworker_id, sealed_text, sent_on)
     SELECT gen_random_uuid(), conversation, seq, author, CASE author WHEN 'CASEWORKER' THEN $1::uuid END, '\\x01', sent_on
     FROM unnest($2::uuid[], $3::integer[], $4::text[], $5::date[]) AS m(conversation, seq, author, sent_on)`,
    [
      caseworker?.id,
      messages.map(({ conversation }) => conversation),
      messages.map(({ seq }) => seq),
      messages.map(({ author }) => author),
      messages.map(({ sentOn }) => sentOn),
    ],
  );
}

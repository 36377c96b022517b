import type { DataSource } from 'typeorm';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { TrustedDayService } from '../organisation/trusted-day.service.ts';
import { type Day, lastOfMonth } from '../shared/day.ts';

const PER_BATCH = 500;

/** A case whose time comes: it is closed, or nobody can open it any more. */
export interface DueCase {
  readonly id: string;
  readonly number: string;
  /** When it was closed, or when the last person left who could open it, whichever came later. */
  readonly endedOn: Day;
  /** When it is deleted. */
  readonly deletesOn: Day;
  /** Nobody can open it any more. */
  readonly isLost: boolean;
  /** Somebody can open it, and nobody has, or not what its reporter wrote at last; it stays until somebody does. */
  readonly isKeptBack: boolean;
}

type Row = Omit<DueCase, 'deletesOn'>;

/** `DueCase.endedOn` of a case `f`; GREATEST leaves out what is NULL. */
const ENDED_ON = 'GREATEST(f.closed_on, f.lost_on)';

/** A case `f` whose time began on `$1` or before. One that nobody can open cannot be closed either: it need not be. */
const OVER = `(f.status = 'CLOSED' OR f.lost_on IS NOT NULL) AND ${ENDED_ON} <= $1`;

/** `f`, `c` and `r` of such a case. */
const DUE = `case_file f LEFT JOIN conversation c ON c.case_id = f.id
  LEFT JOIN LATERAL (SELECT max(w.read_seq) AS seq FROM case_wrap w WHERE w.case_id = f.id) r ON true
  WHERE ${OVER}`;

const COLUMNS = `f.id, f.number, ${ENDED_ON} AS "endedOn", f.lost_on IS NOT NULL AS "isLost",
  f.lost_on IS NULL AND COALESCE(r.seq < COALESCE(c.last_reporter_seq, 0), true) AS "isKeptBack"`;

/** Says which cases are deleted when. Deletes nothing. */
export class DueCases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    private readonly trustedDay: TrustedDayService,
  ) {}

  /** All whose time comes on a day or before, those first that ended first, some at a time. */
  async *through(day: Day): AsyncGenerator<DueCase[]> {
    const closedBefore = await this.organisations.closedBefore(day);
    let last: Row | undefined;
    while (closedBefore !== null) {
      const rows = await this.dataSource.query<Row[]>(
        `SELECT ${COLUMNS} FROM ${DUE} AND ($2::date IS NULL OR (${ENDED_ON}, f.id) > ($2, $3::uuid))
         ORDER BY ${ENDED_ON}, f.id LIMIT ${PER_BATCH}`,
        [closedBefore, last?.endedOn ?? null, last?.id ?? null],
      );
      yield await this.dated(rows);
      last = rows.at(-1);
      if (rows.length < PER_BATCH) return;
    }
  }

  /** How many there are in all. */
  async count(day: Day): Promise<number> {
    const closedBefore = await this.organisations.closedBefore(day);
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM case_file f WHERE ${OVER}`,
      [closedBefore],
    );
    return row?.count ?? 0;
  }

  /**
   * How many there are that somebody holds no key to. The month in which the last of them would be closed counts whole, and
   * none does that is not over: asked for one day after the other, the number would tell on which day cases were closed.
   *
   * @param days the time to reckon with, as if it were set today.
   */
  async countNotHeldBy(caseworkerId: string, day: Day, days: number): Promise<number> {
    const closedBefore = await this.organisations.closedBefore(day, days);
    if (closedBefore === null) return 0;
    const lastOver = lastOfMonth(await this.organisations.today(), 1);
    const [through] = [lastOfMonth(closedBefore), lastOver].sort();
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM case_file f
       WHERE ${OVER} AND NOT EXISTS (SELECT FROM case_wrap h WHERE h.case_id = f.id AND h.caseworker_id = $2)`,
      [through, caseworkerId],
    );
    return row?.count ?? 0;
  }

  /** How many cases nobody can open any more, whether or not their time is near. */
  async countLost(): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM case_file WHERE lost_on IS NOT NULL',
    );
    return row?.count ?? 0;
  }

  /**
   * Those that somebody holds a key to, and how many they are; no others are told of.
   *
   * @param days the time to reckon with, as if it were set today.
   */
  async heldBy(
    caseworkerId: string,
    { day, days, atMost }: { readonly day: Day; readonly days: number; readonly atMost: number },
  ): Promise<{ cases: DueCase[]; count: number }> {
    const held = `${DUE} AND EXISTS (SELECT FROM case_wrap h WHERE h.case_id = f.id AND h.caseworker_id = $2)`;
    const values = [await this.organisations.closedBefore(day, days), caseworkerId];
    const [rows, [counted]] = await Promise.all([
      this.dataSource.query<Row[]>(
        `SELECT ${COLUMNS} FROM ${held} ORDER BY ${ENDED_ON}, f.id LIMIT ${atMost}`,
        values,
      ),
      this.dataSource.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${held}`, values),
    ]);
    return { cases: await this.dated(rows, days), count: counted?.count ?? 0 };
  }

  private async dated(rows: readonly Row[], days?: number): Promise<DueCase[]> {
    const doubtedUntil = await this.trustedDay.doubtedUntil();
    return Promise.all(
      rows.map(async (row) => {
        const due = (await this.organisations.deletionDay(row.endedOn, days)) ?? row.endedOn;
        return { ...row, deletesOn: doubtedUntil !== null && due < doubtedUntil ? doubtedUntil : due };
      }),
    );
  }
}

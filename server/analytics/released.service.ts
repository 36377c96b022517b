import type { DataSource } from 'typeorm';
import { addDays, type Day } from '../shared/day.ts';
import type { Part } from './released-parts.ts';
import { wholeMonths } from './statistics-question.ts';
import { monthAfter } from './tally.service.ts';

/** How far the statistics reach. */
export interface Reach {
  /** The smallest that any month was told with. */
  readonly threshold: number;
  readonly dataFrom: Day;
  readonly dataThrough: Day;
  /** When the last month was closed; null before the first. */
  readonly closedOn: Day | null;
}

/** Reads what was told of closed months. There is no other way to a number. */
export class ReleasedService {
  constructor(private readonly dataSource: DataSource) {}

  async reach(): Promise<Reach> {
    const [row] = await this.dataSource.query<
      { threshold: number; counted_from: Day; month: Day | null; closed_on: Day | null }[]
    >(
      `SELECT COALESCE((SELECT min(threshold) FROM statistics.closed_month), s.threshold) AS threshold,
              s.counted_from, c.month, c.closed_on FROM statistics.setting s
       LEFT JOIN LATERAL (SELECT month, closed_on FROM statistics.closed_month ORDER BY month DESC LIMIT 1) c ON true`,
    );
    if (!row) throw new Error('The statistics were not prepared');
    return {
      threshold: row.threshold,
      dataFrom: row.counted_from,
      dataThrough: addDays(row.month ? monthAfter(row.month) : row.counted_from, -1),
      closedOn: row.closed_on,
    };
  }

  /** The closed months that lie wholly between two days, oldest first. */
  async months(from: Day, to: Day): Promise<Day[]> {
    const whole = wholeMonths(from, to);
    if (!whole) return [];
    const rows = await this.dataSource.query<{ month: Day }[]>(
      'SELECT month FROM statistics.closed_month WHERE month BETWEEN $1 AND $2 ORDER BY month',
      [whole.first, whole.last],
    );
    return rows.map(({ month }) => month);
  }

  /**
   * Everything that was told of these subjects and reaches into the time from the first to the last of these months. Months
   * told together need not follow each other, so a part may reach over that time and tell of none of it.
   */
  async parts(subjects: readonly string[], months: readonly Day[]): Promise<Part[]> {
    const [first] = months;
    const last = months.at(-1);
    if (first === undefined) return [];
    // Comparing two ends costs a hundredth of looking for common elements of two lists. One value of JSON is read several
    // times as fast as thousands of rows with lists in them.
    const [row] = await this.dataSource.query<{ parts: Part[] | null }[]>(
      `SELECT json_agg(part) AS parts FROM (
         SELECT subject, months, route, labels, count FROM statistics.part
         WHERE subject = ANY($1) AND months[1] <= $3 AND months[cardinality(months)] >= $2) part`,
      [subjects, first, last],
    );
    return row?.parts ?? [];
  }
}

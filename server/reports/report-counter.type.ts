import type { EntityManager } from 'typeorm';
import type { Statement } from '../database/transaction.ts';
import type { Day } from '../shared/day.ts';

/** What may be counted of a report. */
export interface CountedReport {
  readonly receivedOn: Day;
  readonly hasContactDetails: boolean;
  /** BCP 47 */
  readonly locale: string;
  readonly messaging: boolean;
  readonly questionnaireVersion: string;
  /** Words and months in them are not counted. */
  readonly answers: readonly { readonly question: string; readonly choices?: readonly string[] }[];
}

/** Counts reports for statistics. */
export interface ReportCounter {
  /**
   * Reads what counting needs, outside the transaction.
   *
   * @returns makes ready to count the report inside the transaction that stores it, where others who are counted may
   *   wait from then on, and gives what counts it.
   */
  prepare(report: CountedReport): Promise<(manager: EntityManager) => Promise<Statement>>;
}

import type { ReportFacts } from '../tally.ts';
import { type CountingLab, closeMonths, countAll } from './year-of-reports.ts';

/** How many reports each month had: about bullying, about harassment, and in the summer a few about stalking. */
const MONTHS: readonly [month: string, bullying: number, harassment: number, stalking: number][] = [
  ['01', 12, 12, 0],
  ['02', 30, 17, 0],
  ['03', 15, 15, 0],
  ['04', 12, 12, 0],
  ['05', 20, 15, 0],
  ['06', 12, 12, 0],
  ['07', 0, 0, 4],
  ['08', 0, 0, 3],
  ['10', 6, 0, 0],
  ['11', 15, 15, 0],
  ['12', 10, 10, 0],
];

/** The last year that is closed for certain: it is, in the middle of the January after it. */
export function lastClosedYear(lab: Pick<CountingLab, 'clock'>): number {
  return new Date(lab.clock.now().getTime() - 20 * 86_400_000).getUTCFullYear() - 1;
}

/** A report without a name, in English, whose reporter wanted messages. @param kinds what it was about. */
export function factsOf(kinds: string[]): ReportFacts {
  return {
    route: 'ANONYMOUS',
    locale: 'en',
    locales: ['en', 'cy'],
    messaging: true,
    answers: [{ question: 'kinds', isOneChoice: false, offered: kinds, given: kinds }],
  };
}

/**
 * Counts and closes a year with small numbers in it. Told of it are 245 reports, 100 and 85 in its first quarters and
 * nothing of the others, 130 about bullying and 110 about harassment, and nothing of stalking.
 */
export async function countYear(lab: CountingLab, year: number): Promise<void> {
  for (const [month, ...numbers] of MONTHS) {
    const kinds = ['bullying', 'harassment', 'stalking'];
    await countAll(
      lab,
      numbers.flatMap((number, index) =>
        Array.from({ length: number }, () => ({
          receivedOn: `${year}-${month}-07`,
          facts: factsOf(kinds.slice(index, index + 1)),
        })),
      ),
    );
  }
  await closeMonths(lab, `${year}-01-01`);
}

/** What stands behind the told numbers, and must be nowhere. */
export const EXACT_NUMBERS: readonly number[] = [3, 4, 6, 7, 56, 63, 83, 101, 108, 132, 247];

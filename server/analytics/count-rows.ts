import { CaseStatus } from '../reports/case-status.type.ts';
import type { Day } from '../shared/day.ts';
import type { Part } from './released-parts.ts';
import { rounded } from './small-numbers.ts';
import { type CountRow, Dimension } from './statistics.type.ts';
import { choiceSubject, NOT_ANSWERED, ROUTES, type Route, sharedSubject } from './tally.ts';
import { type ToldCount, toldChoice, toldShares, toldTotal } from './told-counts.ts';

/** What the labels of a dimension are counted under. */
export type CountedSubject =
  | { readonly kind: 'all' }
  | { readonly kind: 'shared'; readonly subject: string; readonly labels: readonly string[] }
  | { readonly kind: 'choices'; readonly question: string; readonly labels: readonly string[] };

/** Stands for all that cannot be told one by one. */
const OTHER = 'OTHER';

/** The subjects of parts that a subject is answered from. */
export function partSubjects(counted: CountedSubject): string[] {
  switch (counted.kind) {
    case 'all':
      return ['REPORTS'];
    case 'shared':
      return ['REPORTS', counted.subject];
    case 'choices':
      return ['REPORTS', ...counted.labels.map((label) => choiceSubject(counted.question, label))];
  }
}

/** How a question is counted: several choices, or at most one. */
export function questionSubject(
  question: string,
  isOneChoice: boolean,
  choices: readonly { id: string; isExclusive: boolean }[],
): CountedSubject {
  return isOneChoice
    ? {
        kind: 'shared',
        subject: sharedSubject(question),
        labels: [...choices.map(({ id }) => id), NOT_ANSWERED],
      }
    : { kind: 'choices', question, labels: choices.filter((each) => !each.isExclusive).map(({ id }) => id) };
}

/** The rows of a table for the months of one period. */
export function countRows(
  parts: readonly Part[],
  counted: CountedSubject,
  months: readonly Day[],
  byRoute: boolean,
  frame: { period: Day | null; dimension: Dimension | null; only: ReadonlySet<string> | null },
): CountRow[] {
  const routes: readonly (Route | null)[] = byRoute ? ROUTES : [null];
  return routes.flatMap((route) =>
    told(parts, counted, months, route)
      .filter(({ label }) => frame.only === null || (label !== null && frame.only.has(label)))
      .map(({ label, count }) => ({
        period: frame.period,
        category: null,
        status: null,
        locale: null,
        messaging: null,
        route,
        answer: null,
        ...column(frame.dimension, label),
        count: count === null ? null : rounded(count),
        suppressed: count === null,
      })),
  );
}

function told(
  parts: readonly Part[],
  counted: CountedSubject,
  months: readonly Day[],
  route: Route | null,
): ToldCount[] {
  switch (counted.kind) {
    case 'all':
      return [{ label: null, count: toldTotal(parts, months, route) }];
    case 'shared':
      return toldShares(parts, counted.subject, months, route, counted.labels);
    case 'choices':
      return counted.labels.map((label) => ({
        label,
        count: toldChoice(parts, choiceSubject(counted.question, label), months, route),
      }));
  }
}

function column(dimension: Dimension | null, label: string | null): Partial<CountRow> {
  switch (dimension) {
    case Dimension.CATEGORY:
      return { category: label ?? OTHER };
    case Dimension.ANSWER:
      return { answer: label ?? OTHER };
    case Dimension.LOCALE:
      return { locale: label ?? OTHER };
    case Dimension.STATUS:
      return { status: Object.values(CaseStatus).find((status) => status === label) ?? null };
    case Dimension.MESSAGING:
      return { messaging: label === null ? null : label === 'true' };
    default:
      return {};
  }
}

import { GraphQLError } from 'graphql';
import type { Day } from '../shared/day.ts';
import { Dimension } from './statistics.type.ts';

const { ANSWER, CATEGORY, LOCALE, MESSAGING, PERIOD, ROUTE, STATUS } = Dimension;

/** What can be told beside period and route: one at a time, because two of them could tell small numbers together. */
const SUBJECTS = [null, CATEGORY, STATUS, LOCALE, MESSAGING, ANSWER];

/** Every combination that may be asked for. */
export const COMBINATIONS: readonly (readonly Dimension[])[] = SUBJECTS.flatMap((subject) =>
  [[], [PERIOD], [ROUTE], [PERIOD, ROUTE]].map((frame) => (subject ? [...frame, subject] : frame)),
);

/** Years that one question may reach over. */
const MOST_YEARS = 30;

/** A question that does not fit; the mask gives it a fixed sentence. */
export class QuestionRefused extends GraphQLError {
  constructor() {
    super('The question is not one of those that are answered', { extensions: { code: 'BAD_USER_INPUT' } });
  }
}

/** How a question splits the numbers. */
export interface Split {
  readonly byPeriod: boolean;
  readonly byRoute: boolean;
  readonly subject: Dimension | null;
}

/** @throws {QuestionRefused} the combination is none of `COMBINATIONS`. */
export function splitOf(by: readonly Dimension[]): Split {
  const asked = new Set(by);
  const isKnown = COMBINATIONS.some(
    (each) => each.length === by.length && each.every((dimension) => asked.has(dimension)),
  );
  if (!isKnown || asked.size !== by.length) throw new QuestionRefused();
  return {
    byPeriod: asked.has(PERIOD),
    byRoute: asked.has(ROUTE),
    subject: by.find((dimension) => dimension !== PERIOD && dimension !== ROUTE) ?? null,
  };
}

/**
 * The whole months between two days.
 *
 * @returns from which month, up to and including which; both first days. Nothing where there is none.
 * @throws {QuestionRefused} the days are the wrong way round, or too many years lie between them.
 */
export function wholeMonths(from: Day, to: Day): { first: Day; last: Day } | null {
  if (from > to || Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > MOST_YEARS)
    throw new QuestionRefused();
  const first = from.endsWith('-01') ? from : firstOfNext(from);
  const dayAfter = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const end = `${dayAfter.slice(0, 7)}-01`;
  const last = new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 7);
  return first < end ? { first, last: `${last}-01` } : null;
}

function firstOfNext(day: Day): Day {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 1)).toISOString().slice(0, 10);
}

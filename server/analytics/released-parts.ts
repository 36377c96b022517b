import type { Day } from '../shared/day.ts';
import { canTell, type Group, shareOut, shareOutInOrder } from './small-numbers.ts';
import { type Counts, merged, numbersOf, ROUTES, type Route, type Tally } from './tally.ts';

/** A number that may be told: how many reports of these months came by this route and have one of these labels. */
export interface Part {
  readonly subject: string;
  /** First days of months. */
  readonly months: readonly Day[];
  readonly route: Route | 'ALL';
  readonly labels: readonly string[];
  /** Exact, and at least the threshold. */
  readonly count: number;
}

/** Months that are told together, and whether each route can be told for itself in them. */
interface Segment {
  readonly months: readonly Day[];
  readonly counts: Counts;
  readonly isByRoute: boolean;
}

/** How the days until a first reply are labelled: `W2` within the promise, `L7` later, `N` none yet. */
const REPLY_LABEL = /^([WL])(\d+)$|^N$/;

/**
 * What can be told once a month is closed, beside what is told already.
 *
 * All numbers follow from one rule. Reports are first shared out by month and route into blocks of at least the threshold.
 * Everything else is told of whole blocks, one subject at a time, in groups of at least the threshold. Such margins leave
 * open how subjects meet inside a block, so the most that any cell can hold is the smallest of the groups it lies in:
 * nobody can show that a cell holds less than the threshold. Whatever is added up from parts says no more than they do.
 *
 * A month in which a subject cannot be told waits for the end of its quarter, then of its year, and is told together
 * with the other months that wait. Nothing that was told is told again in another way.
 *
 * @param closing first day of the month that is closed now.
 * @param tallies of all months of its year up to this one.
 * @param told parts of the same year.
 */
export function partsAfter(
  closing: Day,
  tallies: readonly Tally[],
  told: readonly Part[],
  threshold: number,
): Part[] {
  const base = [...told.filter(({ subject }) => subject === 'REPORTS')];
  const found: Part[] = [];
  for (const months of segmentsToTry(closing, tallies, base)) {
    const parts = reportParts(months, countsOf(tallies, months), threshold);
    if (parts.length === 0) continue;
    base.push(...parts);
    found.push(...parts);
    break;
  }
  const subjects = new Set(tallies.flatMap(({ counts }) => Object.keys(counts)));
  for (const subject of [...subjects].sort()) {
    if (subject === 'REPORTS' || subject === 'REPLY' || subject === 'WROTE') continue;
    const own = told.filter((part) => part.subject === subject);
    for (const months of segmentsToTry(closing, tallies, own)) {
      const segment = segmentOf(months, tallies, base);
      const parts = segment && subjectParts(subject, segment, threshold, isLastOfYear(closing));
      if (!parts || parts.length === 0) continue;
      found.push(...parts);
      if (subject === 'MESSAGING') found.push(...messagingParts(segment, parts, threshold));
      break;
    }
  }
  return found;
}

function isLastOfYear(month: Day): boolean {
  return month.slice(5, 7) === '12';
}

/** Sets of months that may be told together now, the one that tells most first. */
function segmentsToTry(closing: Day, tallies: readonly Tally[], told: readonly Part[]): Day[][] {
  const covered = new Set(told.flatMap(({ months }) => months));
  const waiting = tallies.map(({ month }) => month).filter((month) => month < closing && !covered.has(month));
  const number = Number(closing.slice(5, 7));
  const ofQuarter = waiting.filter((month) => Number(month.slice(5, 7)) > number - 3);
  if (isLastOfYear(closing) && waiting.length > 0)
    return [[...waiting, closing], [...ofQuarter, closing], [closing]];
  if (number % 3 === 0 && ofQuarter.length > 0) return [[...ofQuarter, closing], [closing]];
  return [[closing]];
}

function countsOf(tallies: readonly Tally[], months: readonly Day[]): Counts {
  return merged(tallies.filter(({ month }) => months.includes(month)).map(({ counts }) => counts));
}

function totalOf(counts: Counts, route: Route | 'ALL'): number {
  return [...numbersOf(counts, 'REPORTS', route).values()].reduce((sum, number) => sum + number, 0);
}

function reportParts(months: readonly Day[], counts: Counts, threshold: number): Part[] {
  const part = (route: Route | 'ALL'): Part => ({
    subject: 'REPORTS',
    months,
    route,
    labels: ['*'],
    count: totalOf(counts, route),
  });
  const byRoute = ROUTES.map(part);
  if (byRoute.every(({ count }) => count >= threshold)) return byRoute;
  const all = part('ALL');
  return all.count >= threshold ? [all] : [];
}

/** Null where these months are no whole blocks: a block would then be told in pieces. */
function segmentOf(months: readonly Day[], tallies: readonly Tally[], base: readonly Part[]): Segment | null {
  const blocks = base.filter((block) => block.months.some((month) => months.includes(month)));
  const covered = new Set(blocks.flatMap((block) => block.months));
  const isWhole = covered.size === months.length && months.every((month) => covered.has(month));
  if (!isWhole) return null;
  return {
    months,
    counts: countsOf(tallies, months),
    isByRoute: blocks.every(({ route }) => route !== 'ALL'),
  };
}

function subjectParts(subject: string, segment: Segment, threshold: number, isLastChance: boolean): Part[] {
  return subject.startsWith('C:')
    ? choiceParts(subject, segment, threshold)
    : sharedParts(subject, segment, threshold, isLastChance);
}

function choiceParts(subject: string, { months, counts, isByRoute }: Segment, threshold: number): Part[] {
  const part = (route: Route | 'ALL') => {
    const [[label, count] = ['', 0]] = numbersOf(counts, subject, route);
    const canBeTold = canTell(count, totalOf(counts, route), threshold);
    return canBeTold ? [{ subject, months, route, labels: [label], count }] : [];
  };
  const byRoute = isByRoute ? ROUTES.flatMap(part) : [];
  return byRoute.length === ROUTES.length ? byRoute : part('ALL');
}

function sharedParts(subject: string, segment: Segment, threshold: number, isLastChance: boolean): Part[] {
  const { months, counts, isByRoute } = segment;
  const groupsOf = (route: Route | 'ALL') => {
    const numbers = numbersOf(counts, subject, route);
    const sum = [...numbers.values()].reduce((all, number) => all + number, 0);
    // What does not add up to all reports would tell a remainder.
    return sum === totalOf(counts, route) ? shareOut(numbers, threshold) : null;
  };
  const toldIn = (groups: readonly Group[]) => groups.filter(({ labels }) => labels.length === 1);
  const all = groupsOf('ALL');
  if (!all) return [];
  const share = sumOf(toldIn(all)) / totalOf(counts, 'ALL');
  // Less than half told: what waits can be told of more months together.
  if (share < 0.5 && !isLastChance) return [];
  const parts = (route: Route | 'ALL', groups: readonly Group[]) =>
    groups.map(({ labels, count }) => ({ subject, months, route, labels, count }));
  if (!isByRoute) return parts('ALL', all);
  // Whatever groups are chosen, each holds the threshold in each route. Those that tell as many labels as without routes
  // lose nothing, whichever labels stand together.
  const choices = [all, ...ROUTES.map(groupsOf)].filter(
    (groups) => groups !== null && toldIn(groups).length >= toldIn(all).length,
  );
  for (const groups of choices) {
    const byRoute = ROUTES.map((route) => ({
      route,
      groups: regrouped(groups ?? [], counts, subject, route),
    }));
    const isWhole = byRoute.every(
      ({ route, groups: own }) =>
        own.every(({ count }) => count >= threshold) && sumOf(own) === totalOf(counts, route),
    );
    if (isWhole) return byRoute.flatMap(({ route, groups: own }) => parts(route, own));
  }
  return parts('ALL', all);
}

function sumOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

/** The same groups of labels with the numbers of one route. */
function regrouped(groups: readonly Group[], counts: Counts, subject: string, route: Route): Group[] {
  const numbers = numbersOf(counts, subject, route);
  return groups.map(({ labels }) => ({
    labels,
    count: labels.reduce((sum, label) => sum + (numbers.get(label) ?? 0), 0),
  }));
}

/** How soon those who wanted messages had a first reply, and whether they wrote again: of exactly their block. */
function messagingParts(segment: Segment, messaging: readonly Part[], threshold: number): Part[] {
  const { months, counts } = segment;
  const wanted = messaging
    .filter(({ labels }) => labels.length === 1 && labels[0] === 'true')
    .reduce((sum, { count }) => sum + count, 0);
  const found: Part[] = [];
  for (const subject of ['REPLY', 'WROTE']) {
    const numbers = [...numbersOf(counts, subject, 'ALL')];
    const sum = numbers.reduce((all, [, number]) => all + number, 0);
    if (wanted === 0 || sum !== wanted) continue;
    const groups =
      subject === 'WROTE'
        ? shareOut(new Map(numbers), threshold)
        : shareOutInOrder(sectionsOf(numbers), threshold);
    for (const { labels, count } of groups ?? [])
      found.push({ subject, months, route: 'ALL', labels, count });
  }
  return found;
}

function sectionsOf(numbers: readonly (readonly [string, number])[]) {
  const inOrder = (letter: string) =>
    numbers
      .filter(([label]) => REPLY_LABEL.exec(label)?.[0]?.startsWith(letter))
      .sort(([one], [other]) => Number(one.slice(1)) - Number(other.slice(1)));
  return ['W', 'L', 'N'].map(inOrder).filter((section) => section.length > 0);
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Part, partsAfter } from './released-parts.ts';
import { addReport, type Counts, ROUTES, type Tally } from './tally.ts';
import { type Known, mostOf } from './testing/most-of.ts';

const THRESHOLD = 10;
const MONTHS = ['2026-10-01', '2026-11-01', '2026-12-01'];
const PLACES = ['site', 'event', 'elsewhere'];
const KINDS = ['hate', 'stalking'];

/** Everything that the statistics know of a report here. Each mixture is a cell. */
interface Cell {
  readonly month: string;
  readonly route: (typeof ROUTES)[number];
  readonly place: string;
  readonly kinds: readonly string[];
}

const CELLS: readonly Cell[] = MONTHS.flatMap((month) =>
  ROUTES.flatMap((route) =>
    PLACES.flatMap((place) =>
      [[], ['hate'], ['stalking'], KINDS].map((kinds): Cell => ({ month, route, place, kinds })),
    ),
  ),
);

function tallyOf(month: string, numbers: readonly number[]): Tally {
  const counts: Counts = {};
  for (const [index, cell] of CELLS.entries()) {
    if (cell.month !== month) continue;
    const facts = {
      route: cell.route,
      locale: 'en',
      locales: ['en'],
      messaging: false,
      answers: [
        { question: 'where', isOneChoice: true, offered: PLACES, given: [cell.place] },
        { question: 'kinds', isOneChoice: false, offered: KINDS, given: cell.kinds },
      ],
    };
    for (let turn = 0; turn < (numbers[index] as number); turn += 1) addReport(counts, facts);
  }
  return { month, counts };
}

/** What is told after each month in turn. */
function releases(numbers: readonly number[]): Part[][] {
  const tallies = MONTHS.map((month) => tallyOf(month, numbers));
  const told: Part[] = [];
  return MONTHS.map((month, index) => {
    const parts = partsAfter(month, tallies.slice(0, index + 1), told, THRESHOLD);
    told.push(...parts);
    return parts;
  });
}

function isIn(part: Part, cell: Cell): boolean {
  if (!part.months.includes(cell.month) || (part.route !== 'ALL' && part.route !== cell.route)) return false;
  if (part.subject === 'Q:where') return part.labels.includes(cell.place);
  if (part.subject.startsWith('C:')) return cell.kinds.includes(part.labels[0] ?? '');
  return part.labels.includes({ REPORTS: '*', LOCALE: 'en', MESSAGING: 'false' }[part.subject] ?? '');
}

const indexes = (isWanted: (cell: Cell) => boolean) =>
  CELLS.flatMap((cell, index) => (isWanted(cell) ? [index] : []));

function knownFrom(parts: readonly Part[]): Known[] {
  return parts.map((part) => ({ cells: indexes((cell) => isIn(part, cell)), sum: part.count }));
}

/** Every count somebody could be after: by month, route, place and kind, and with none of a kind. */
function targets(): number[][] {
  const found: number[][] = [];
  for (const months of [...MONTHS.map((month) => [month]), MONTHS]) {
    for (const routes of [...ROUTES.map((route) => [route]), ROUTES]) {
      const inFrame = (cell: Cell) => months.includes(cell.month) && routes.includes(cell.route);
      for (const place of PLACES) found.push(indexes((cell) => inFrame(cell) && cell.place === place));
      for (const kind of KINDS) {
        found.push(indexes((cell) => inFrame(cell) && cell.kinds.includes(kind)));
        found.push(indexes((cell) => inFrame(cell) && !cell.kinds.includes(kind)));
      }
      found.push(indexes(inFrame));
    }
  }
  return found;
}

const sumOf = (cells: readonly number[], numbers: readonly number[]) =>
  cells.reduce((sum, index) => sum + (numbers[index] as number), 0);

/** Counts below the threshold of which somebody who knows all parts can show that they are. */
function shown(numbers: readonly number[], parts: readonly Part[]): number[][] {
  const known = knownFrom(parts);
  return targets().filter(
    (cells) => sumOf(cells, numbers) < THRESHOLD && mostOf(cells, CELLS.length, known) < THRESHOLD - 1e-6,
  );
}

const manyOrFew = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 40 }) },
);
const dataSets = fc.array(manyOrFew, { minLength: CELLS.length, maxLength: CELLS.length });

describe('what is told of closed months', () => {
  it('lets nobody who has the exact parts of all releases show that a count is below the threshold', () => {
    let told = 0;
    fc.assert(
      fc.property(dataSets, (numbers) => {
        const parts = releases(numbers).flat();
        told += parts.length;
        expect(parts.every(({ count }) => count >= THRESHOLD)).toBe(true);
        // Otherwise the solver below would solve another puzzle.
        for (const { cells, sum } of knownFrom(parts)) expect(sumOf(cells, numbers)).toBe(sum);
        expect(shown(numbers, parts)).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(told).toBeGreaterThan(700);
  }, 120_000);

  it('would be found out where one number more is told: the solver shows what a remainder tells', () => {
    const numbers = CELLS.map(({ place, kinds }) => (place === 'event' || kinds.length > 0 ? 0 : 40));
    const event = CELLS.findIndex(({ month, place }) => month === MONTHS[0] && place === 'event');
    const small = numbers.map((number, index): number => (index === event ? 3 : number));
    const parts = releases(small).flat();
    const site: Part = {
      subject: 'Q:where',
      months: MONTHS.slice(0, 1),
      route: 'ALL',
      labels: ['site', 'elsewhere'],
      count: 160,
    };

    expect(shown(small, parts)).toEqual([]);
    expect(shown(small, [...parts, site])).not.toEqual([]);
  });

  it('tells what was too little for a month with the end of its quarter', () => {
    const numbers = CELLS.map(({ route, place, kinds }) =>
      route === 'ANONYMOUS' && place === 'site' && kinds.length === 0 ? 30 : 0,
    );
    const withHate = CELLS.map(({ place, kinds, route }, index) =>
      route === 'ANONYMOUS' && place === 'event' && kinds.join() === 'hate' ? 4 : (numbers[index] as number),
    );

    const [october, november, december] = releases(withHate);

    const hate = (parts: Part[] | undefined) => parts?.filter(({ subject }) => subject === 'C:kinds/hate');
    expect(hate(october)).toEqual([]);
    expect(hate(november)).toEqual([]);
    expect(hate(december)).toEqual([
      { subject: 'C:kinds/hate', months: MONTHS, route: 'ALL', labels: ['hate'], count: 12 },
    ]);
  });
});

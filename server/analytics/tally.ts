import type { Day } from '../shared/day.ts';

/** How a report came in. */
export const ROUTES = ['ANONYMOUS', 'CONTACT_DETAILS'] as const;

/** One of `ROUTES`. */
export type Route = (typeof ROUTES)[number];

/** What is counted of one question: each choice, and nothing where the question was not answered. */
export interface CountedAnswer {
  readonly question: string;
  /** Whether a report gives at most one of the choices. */
  readonly isOneChoice: boolean;
  /** Every choice that could have been given. */
  readonly offered: readonly string[];
  readonly given: readonly string[];
}

/** What is counted of a report when it comes in. */
export interface ReportFacts {
  readonly route: Route;
  readonly locale: string;
  /** Every language that could have been chosen. */
  readonly locales: readonly string[];
  readonly messaging: boolean;
  readonly answers: readonly CountedAnswer[];
}

/** Numbers by subject, route and label. */
export type Counts = Record<string, Partial<Record<Route, Record<string, number>>>>;

/** Exact numbers of the reports of one month. Leaves the server sealed only. */
export interface Tally {
  /** First day of the month. */
  readonly month: Day;
  readonly counts: Counts;
}

/** The label that stands for a question without an answer, where a report gives at most one. */
export const NOT_ANSWERED = 'NOT_ANSWERED';

/** The label of `REPORTS`, which has only one. */
export const EVERY = '*';

/** The subject of a question of which a report gives at most one choice: its labels share the reports out. */
export function sharedSubject(question: string): string {
  return `Q:${question}`;
}

/** The subject of one choice of a question of which a report may give several: each choice is counted for itself. */
export function choiceSubject(question: string, choice: string): string {
  return `C:${question}/${choice}`;
}

/** Adds a number; zero only says that the label exists, so that it is protected as well. */
export function add(counts: Counts, subject: string, route: Route, label: string, number: number): void {
  counts[subject] ??= {};
  const ofSubject = counts[subject];
  ofSubject[route] ??= {};
  const ofRoute = ofSubject[route];
  ofRoute[label] = (ofRoute[label] ?? 0) + number;
}

/** Counts one report. */
export function addReport(counts: Counts, facts: ReportFacts): void {
  const { route, locale, locales, messaging, answers } = facts;
  add(counts, 'REPORTS', route, EVERY, 1);
  for (const each of [...new Set([...locales, locale])]) {
    add(counts, 'LOCALE', route, each, each === locale ? 1 : 0);
  }
  for (const each of [true, false]) add(counts, 'MESSAGING', route, String(each), each === messaging ? 1 : 0);
  for (const { question, isOneChoice, offered, given } of answers) {
    if (isOneChoice) {
      const label = given[0] ?? NOT_ANSWERED;
      for (const each of [...new Set([...offered, NOT_ANSWERED, label])]) {
        add(counts, sharedSubject(question), route, each, each === label ? 1 : 0);
      }
    } else {
      for (const choice of new Set(given)) add(counts, choiceSubject(question, choice), route, choice, 1);
    }
  }
}

/** All numbers of several tallies together. */
export function merged(all: readonly Counts[]): Counts {
  const sum: Counts = {};
  for (const counts of all) {
    for (const [subject, byRoute] of Object.entries(counts)) {
      for (const route of ROUTES) {
        for (const [label, number] of Object.entries(byRoute[route] ?? {}))
          add(sum, subject, route, label, number);
      }
    }
  }
  return sum;
}

/** The numbers of one subject by label, for one route or for both together. */
export function numbersOf(counts: Counts, subject: string, route: Route | 'ALL'): Map<string, number> {
  const found = new Map<string, number>();
  for (const each of ROUTES) {
    for (const [label, number] of Object.entries(counts[subject]?.[each] ?? {})) {
      // A label of the other route exists as well: it is zero here.
      found.set(label, (found.get(label) ?? 0) + (route === 'ALL' || route === each ? number : 0));
    }
  }
  return found;
}

import { addDays, type Day } from '../shared/day.ts';
import type { StoredClosure } from './organisation.entity.ts';
import { lengthFault, tidySetting } from './setting-fault.ts';
import { PORTAL_LANGUAGES } from './wording-part.ts';

/** A closure as somebody typed it. */
export interface GivenClosure {
  readonly from: Day;
  readonly to: Day;
  readonly reasons: readonly { readonly locale: string; readonly text: string }[];
}

const LONGEST_CLOSURE = 366; // days
const LONGEST_REASON = 200; // characters

/** Closures in order, or what stands against them: a sentence, and where, as a path of input fields. */
export function checkClosures(
  given: readonly GivenClosure[],
): { closures: StoredClosure[] } | { fault: string; field: string } {
  const closures: StoredClosure[] = [];
  for (const [index, { from, to, reasons }] of given.entries()) {
    const field = `closures.${index}`;
    if (to < from) return { fault: 'A closure cannot end before it begins.', field: `${field}.to` };
    if (to >= addDays(from, LONGEST_CLOSURE)) {
      return { fault: 'One closure lasts a year at most.', field: `${field}.to` };
    }
    const texts = reasonsOf(reasons, LONGEST_REASON);
    if ('fault' in texts) return { ...texts, field: `${field}.${texts.field}` };
    closures.push({ from, to, reasons: texts.reasons });
  }
  return { closures: closures.sort((one, other) => (one.from < other.from ? -1 : 1)) };
}

/**
 * Reasons by locale, tidied; empty ones are left out. Or what stands against one, and where: `reasons`, or
 * `reasons.{locale}`.
 *
 * @param longest characters.
 */
export function reasonsOf(
  given: GivenClosure['reasons'],
  longest: number,
): { reasons: Record<string, string> } | { fault: string; field: string } {
  const reasons: Record<string, string> = {};
  for (const { locale, text } of given) {
    if (!PORTAL_LANGUAGES.includes(locale)) {
      return { fault: 'A reason is in a language that there is not.', field: 'reasons' };
    }
    const tidy = tidySetting(text, true);
    const fault = lengthFault(tidy, longest);
    if (fault) return { fault: `A reason is too long. ${fault}`, field: `reasons.${locale}` };
    if (tidy !== '') reasons[locale] = tidy;
  }
  return { reasons };
}

/** Every day of the closures. */
export function daysOf(closures: readonly Pick<StoredClosure, 'from' | 'to'>[]): Day[] {
  const days: Day[] = [];
  for (const { from, to } of closures) for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** All closure days as closures: those that are stored, and each further run of days as one without a reason. */
export function asClosures(days: readonly Day[], closures: readonly StoredClosure[]): StoredClosure[] {
  const known = new Set(daysOf(closures));
  const runs: { from: Day; to: Day; reasons: Record<string, string> }[] = [];
  for (const day of [...days].sort()) {
    if (known.has(day)) continue;
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day, reasons: {} });
  }
  return [...closures, ...runs].sort((one, other) => (one.from < other.from ? -1 : 1));
}

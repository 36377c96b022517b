import type { Dice } from './dice.ts';
import {
  ANSWERS,
  FIRST_REPLIES,
  FURTHER_WORDS,
  type InventedLanguage,
  type InventedReport,
  LATER_REPLIES,
  NOTES,
  ONCE_MORE,
  REASONS,
  REPORTS,
} from './invented-words.ts';

/** What happens to an invented report after it was sent. `by` is one of two caseworkers. */
export type InventedAct =
  | { readonly kind: 'assign'; readonly by: 0 | 1 }
  | { readonly kind: 'label'; readonly by: 0 | 1; readonly label: string }
  | { readonly kind: 'note' | 'reply'; readonly by: 0 | 1; readonly text: string }
  | { readonly kind: 'move'; readonly by: 0 | 1; readonly to: string; readonly reason: string | null }
  | { readonly kind: 'answer'; readonly text: string };

/** A report and its course. */
export interface InventedCase {
  readonly report: InventedReport;
  readonly furtherWords: string | null;
  readonly messaging: boolean;
  /** How many days ago it was sent. */
  readonly daysAgo: number;
  /** In order; `after` counts days from the one before. */
  readonly acts: readonly { readonly after: number; readonly act: InventedAct }[];
}

type Fate = 'new' | 'open' | 'waiting' | 'on hold' | 'closed' | 'reopened';

/** How many out of a hundred end up how, and how long ago they began at least and at most, in days. */
const FATES: readonly {
  readonly fate: Fate;
  readonly percent: number;
  readonly daysAgo: readonly [number, number];
}[] = [
  { fate: 'new', percent: 8, daysAgo: [0, 4] },
  { fate: 'open', percent: 18, daysAgo: [0, 12] },
  { fate: 'waiting', percent: 12, daysAgo: [6, 60] },
  { fate: 'on hold', percent: 6, daysAgo: [15, 80] },
  { fate: 'reopened', percent: 6, daysAgo: [30, 80] },
  { fate: 'closed', percent: 50, daysAgo: [30, 360] },
];

const LABELS = ['urgent', 'safeguarding', 'needs-advice', 'linked', 'outside'];

/** Invents a report and what becomes of it. */
export function inventCase(dice: Dice): InventedCase {
  const { fate, daysAgo } = drawFate(dice);
  const messaging = fate === 'waiting' || fate === 'reopened' || dice.happens(70);
  const report = dice.one(REPORTS);
  return {
    report,
    furtherWords: dice.happens(40) ? dice.one(FURTHER_WORDS[report.locale]) : null,
    messaging,
    daysAgo: dice.between(...daysAgo),
    acts: fate === 'new' ? [] : course(dice, fate, messaging, report.locale),
  };
}

function drawFate(dice: Dice): (typeof FATES)[number] {
  let left = dice.roll() * 100;
  for (const each of FATES) {
    left -= each.percent;
    if (left < 0) return each;
  }
  return FATES[1] as (typeof FATES)[number];
}

function course(dice: Dice, fate: Fate, messaging: boolean, locale: InventedLanguage): InventedCase['acts'] {
  const acts: { after: number; act: InventedAct }[] = [];
  const by = dice.one([0, 1] as const);
  const add = (after: number, act: InventedAct) => acts.push({ after, act });
  if (fate !== 'open' || dice.happens(60)) add(dice.between(0, 1), { kind: 'assign', by });
  if (dice.happens(30)) add(0, { kind: 'label', by, label: dice.one(LABELS) });
  if (dice.happens(50)) add(0, { kind: 'note', by, text: dice.one(NOTES) });
  if (messaging) {
    add(dice.between(0, 2), { kind: 'reply', by, text: dice.one(FIRST_REPLIES) });
    if (fate !== 'waiting' && dice.happens(60)) {
      add(dice.between(1, 5), { kind: 'answer', text: dice.one(ANSWERS[locale]) });
      if (fate !== 'open' || dice.happens(50)) {
        add(dice.between(1, 2), {
          kind: 'reply',
          by: dice.one([0, 1] as const),
          text: dice.one(LATER_REPLIES),
        });
      }
    }
  } else {
    add(0, { kind: 'move', by, to: 'OPEN', reason: null });
  }
  addEnd(dice, fate, by, add);
  if (fate === 'reopened') add(dice.between(20, 60), { kind: 'answer', text: ONCE_MORE[locale] });
  return acts;
}

function addEnd(dice: Dice, fate: Fate, by: 0 | 1, add: (after: number, act: InventedAct) => void): void {
  if (fate === 'waiting') add(0, { kind: 'move', by, to: 'WAITING_FOR_REPORTER', reason: null });
  if (fate === 'on hold')
    add(1, { kind: 'move', by, to: 'ON_HOLD', reason: 'The committee meets next month.' });
  if (fate === 'closed' || fate === 'reopened') {
    add(dice.between(5, 15), { kind: 'move', by, to: 'CLOSED', reason: dice.one(REASONS) });
  }
}

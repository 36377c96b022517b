import { describe, expect, it } from '@jest/globals';
import { CaseStatus } from '../reports/case-status.type.ts';
import { whyNot } from './case-status-machine.ts';

const ALL = Object.values(CaseStatus);
const { NEW, OPEN, WAITING_FOR_REPORTER, ON_HOLD, CLOSED } = CaseStatus;

/** Everything that may happen to a case whose reporter can write, with a reason given. */
const ALLOWED: Record<CaseStatus, CaseStatus[]> = {
  NEW: [OPEN, WAITING_FOR_REPORTER, ON_HOLD, CLOSED],
  OPEN: [WAITING_FOR_REPORTER, ON_HOLD, CLOSED],
  WAITING_FOR_REPORTER: [OPEN, ON_HOLD, CLOSED],
  ON_HOLD: [OPEN, WAITING_FOR_REPORTER, CLOSED],
  CLOSED: [OPEN],
};

const PAIRS = ALL.flatMap((from) => ALL.map((to) => ({ from, to })));

describe('whyNot', () => {
  it.each(PAIRS)('decides $from → $to as the table says', ({ from, to }) => {
    const fault = whyNot({ from, to, reason: 'because', canHearFromReporter: true });

    expect(fault === null).toBe(ALLOWED[from].includes(to));
    expect(fault ?? 'A sentence.').toMatch(/^[A-Z].*\.$/);
  });

  it.each(PAIRS.filter(({ from, to }) => ALLOWED[from].includes(to)))(
    'needs a reason for $from → $to only where that closes',
    ({ from, to }) => {
      const fault = whyNot({ from, to, reason: '', canHearFromReporter: true });

      expect(fault !== null).toBe(to === CLOSED);
    },
  );

  it.each(PAIRS.filter(({ from, to }) => ALLOWED[from].includes(to)))(
    'lets nobody wait for a reporter who cannot write, and minds nothing else: $from → $to',
    ({ from, to }) => {
      const fault = whyNot({ from, to, reason: 'because', canHearFromReporter: false });

      expect(fault !== null).toBe(to === WAITING_FOR_REPORTER);
    },
  );

  it('never makes a case new again', () => {
    const ways = ALL.map((from) => whyNot({ from, to: NEW, reason: 'because', canHearFromReporter: true }));

    expect(ways).not.toContain(null);
  });
});

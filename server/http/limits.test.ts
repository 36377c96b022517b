import { describe, expect, it } from '@jest/globals';
import type { RationedAct } from '../shared/budgets.ts';
import { ALLOWANCES, MemoryBudgets } from './limits.ts';

/** Counted by account, so that nobody can try out the codes or the password of one. */
const OF_ACCOUNTS: readonly RationedAct[] = ['oneTimeCode', 'proveAgain'];

const ACTS = (Object.keys(ALLOWANCES) as RationedAct[]).filter(
  (act) => !OF_ACCOUNTS.includes(act) && act !== 'messageOfReport',
);

/** Three acts at once and one each second; five and two for all together. */
const SMALL = {
  ...ALLOWANCES,
  submitReport: { each: { burst: 3, perSecond: 1 }, all: { burst: 5, perSecond: 2 } },
};

describe('budgets', () => {
  it('grant a burst, then say how long to wait', () => {
    const budgets = new MemoryBudgets(SMALL, () => 0);

    const granted = [1, 2, 3].map(() => budgets.take('submitReport', 'a'));

    expect(granted).toEqual([null, null, null]);
    expect(budgets.take('submitReport', 'a')).toEqual({ retryAfterSeconds: 1 });
  });

  it('refill all the time, so that a refusal ends by itself', () => {
    let now = 0;
    const budgets = new MemoryBudgets(SMALL, () => now);
    for (let n = 0; n < 50; n += 1) budgets.take('submitReport', 'a');

    now = 1_000;

    expect(budgets.take('submitReport', 'a')).toBeNull();
    expect(budgets.take('submitReport', 'a')).not.toBeNull();
  });

  it('do not let one caller use up what others need', () => {
    const budgets = new MemoryBudgets(SMALL, () => 0);
    for (let n = 0; n < 50; n += 1) budgets.take('submitReport', 'a');

    expect(budgets.take('submitReport', 'b')).toBeNull();
  });

  it('bound what all callers do together', () => {
    const budgets = new MemoryBudgets(SMALL, () => 0);
    for (let n = 0; n < 5; n += 1) budgets.take('submitReport', `caller ${n}`);

    expect(budgets.take('submitReport', 'another')).toEqual({ retryAfterSeconds: 1 });
  });

  it('count each act by itself', () => {
    const budgets = new MemoryBudgets(SMALL, () => 0);
    for (let n = 0; n < 50; n += 1) budgets.take('submitReport', 'a');

    expect(budgets.take('loginWithCode', 'a')).toBeNull();
  });

  it.each(ACTS)('serve a lecture hall behind one address that does %s at once', (act) => {
    const budgets = new MemoryBudgets(ALLOWANCES, () => 0);

    const refused = Array.from({ length: 30 }, () => budgets.take(act, 'campus')).filter(Boolean);

    expect(refused).toEqual([]);
  });

  it.each(OF_ACCOUNTS)('stop whoever tries out %s of one account', (act) => {
    const budgets = new MemoryBudgets(ALLOWANCES, () => 0);

    const refused = Array.from({ length: 30 }, () => budgets.take(act, 'an account')).filter(Boolean);

    expect(refused).toHaveLength(20);
    expect(budgets.take(act, 'another account')).toBeNull();
  });

  it('never let a storm of wrong codes keep a right one out for longer than a second', () => {
    let now = 0;
    const budgets = new MemoryBudgets(ALLOWANCES, () => now);
    const waits: number[] = [];

    for (now = 0; now < 60_000; now += 1) {
      const refusal = budgets.take('loginWithCode', 'everybody who comes over Tor');
      if (refusal) waits.push(refusal.retryAfterSeconds);
    }

    expect(Math.max(...waits)).toBe(1);
    expect(waits.length).toBeLessThan(60_000 - 5_900);
  });

  it('keep no record of who asked: memory does not grow with callers', () => {
    const budgets = new MemoryBudgets(ALLOWANCES, () => 0);
    budgets.take('optIntoMessaging', 'first');
    const before = process.memoryUsage().arrayBuffers;

    for (let n = 0; n < 100_000; n += 1) budgets.take('optIntoMessaging', `caller ${n}`);

    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
  });
});

import { hash } from 'node:crypto';
import type { Budgets, RationedAct } from '../shared/budgets.ts';

/** So many acts at once, and so many each second from then on. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

/** What each act may be done by one caller, and by all together. */
export type Allowances = Readonly<Record<RationedAct, { readonly each: Allowance; readonly all: Allowance }>>;

/**
 * Wide, because one caller may be a whole campus behind one address, or everybody who comes over Tor. They cut off
 * floods before these reach the disk and the queue for Argon2; that queue shares out what is left, lane by lane.
 * `loginWithCode` allows more than two Argon2 threads can do, so that a storm of wrong codes never uses it up.
 */
export const ALLOWANCES: Allowances = Object.freeze({
  optIntoMessaging: { each: { burst: 600, perSecond: 50 }, all: { burst: 3_000, perSecond: 500 } },
  submitReport: { each: { burst: 3_000, perSecond: 10 }, all: { burst: 10_000, perSecond: 50 } },
  loginWithCode: { each: { burst: 200, perSecond: 100 }, all: { burst: 400, perSecond: 200 } },
  sendMessage: { each: { burst: 1_000, perSecond: 10 }, all: { burst: 5_000, perSecond: 100 } },
  // Counted by report, not by caller: no letter box gets so many letters, and all that one holds is opened at once.
  messageOfReport: { each: { burst: 100, perSecond: 0.005 }, all: { burst: 5_000, perSecond: 100 } },
  signIn: { each: { burst: 60, perSecond: 1 }, all: { burst: 300, perSecond: 10 } },
  acceptInvitation: { each: { burst: 30, perSecond: 0.5 }, all: { burst: 120, perSecond: 4 } },
  recoverAccount: { each: { burst: 30, perSecond: 0.5 }, all: { burst: 120, perSecond: 4 } },
  // Counted by account, not by caller, and only after the right password: a code has 10^6 values, three of them right.
  oneTimeCode: { each: { burst: 10, perSecond: 0.01 }, all: { burst: 1_000, perSecond: 10 } },
  proveAgain: { each: { burst: 10, perSecond: 0.1 }, all: { burst: 300, perSecond: 10 } },
});

/** Lanes that callers are sorted into; 2^14 keep the whole table below 1 MB however many addresses ask. */
const LANES = 16_384;

/** Milliseconds below which a wait is an error of floating point. */
const ROUNDING = 0.01;

/**
 * Counts acts in memory, without remembering callers: each falls into one of a fixed number of lanes.
 *
 * Every allowance refills all the time, so a refusal is over within seconds after a storm, and no window has to end.
 */
export class MemoryBudgets implements Budgets {
  private readonly meters = new Map<RationedAct, { each: Meter; all: Meter }>();

  /** @param now milliseconds of a clock that never goes back. */
  constructor(
    private readonly allowances: Allowances = ALLOWANCES,
    private readonly now: () => number = () => performance.now(),
  ) {}

  take(act: RationedAct, caller: string): { retryAfterSeconds: number } | null {
    const { each, all } = this.metersOf(act);
    const now = this.now();
    const lane = laneOf(caller);
    const wait = Math.max(each.wait(lane, now), all.wait(0, now));
    if (wait > ROUNDING) return { retryAfterSeconds: Math.ceil(wait / 1_000) };
    each.charge(lane, now);
    all.charge(0, now);
    return null;
  }

  private metersOf(act: RationedAct): { each: Meter; all: Meter } {
    const known = this.meters.get(act);
    if (known) return known;
    const { each, all } = this.allowances[act];
    const meters = { each: new Meter(each, LANES), all: new Meter(all, 1) };
    this.meters.set(act, meters);
    return meters;
  }
}

/** Per lane the instant, in milliseconds, until which what was taken is paid off at the steady rate. */
class Meter {
  private readonly paidUntil: Float64Array;
  private readonly cost: number;
  private readonly credit: number;

  constructor({ burst, perSecond }: Allowance, lanes: number) {
    this.paidUntil = new Float64Array(lanes);
    this.cost = 1_000 / perSecond;
    this.credit = burst * this.cost;
  }

  /** Milliseconds until this lane may act again; 0 or less: now. */
  wait(lane: number, now: number): number {
    return this.after(lane, now) - this.credit - now;
  }

  charge(lane: number, now: number): void {
    this.paidUntil[lane] = this.after(lane, now);
  }

  private after(lane: number, now: number): number {
    return Math.max(this.paidUntil[lane] ?? 0, now) + this.cost;
  }
}

function laneOf(caller: string): number {
  return hash('sha256', caller, 'buffer').readUInt32BE(0) % LANES;
}

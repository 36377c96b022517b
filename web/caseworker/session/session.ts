import { ValueStore } from '../service/store.ts';

/** Whose session it is. Kept in memory only. */
export interface SignedInCaseworker {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly ('ADMINISTRATOR' | 'CASEWORKER')[];
  /** Whether the session opens nothing but the way to a second factor. */
  readonly mustSetUpSecondFactor?: boolean;
  /** Whether they signed in on this page with a recovery code in place of their phone's. */
  readonly usedRecoveryCode?: boolean;
}

/**
 * Where the session stands.
 *
 * - `unknown`: the service was not asked yet.
 * - `unreachable`: it was asked and gave no answer.
 * - `nobody`: no session.
 * - `signed-in`: `turn` counts the sign-ins on this page, so that what failed in between can be tried again.
 * - `ended`: there was a session and it is over; the page stays, covered, until the same person signs in again.
 */
export type Session =
  | { readonly stage: 'unknown' }
  | { readonly stage: 'unreachable' }
  | { readonly stage: 'nobody' }
  | { readonly stage: 'signed-in'; readonly caseworker: SignedInCaseworker; readonly turn: number }
  | { readonly stage: 'ended'; readonly caseworker: SignedInCaseworker; readonly turn: number };

/** Follows the session through everything that the service answers. */
export class SessionStore extends ValueStore<Session> {
  constructor() {
    super({ stage: 'unknown' });
  }

  /** Somebody holds a session: found at the start, or after signing in. */
  began(caseworker: SignedInCaseworker): void {
    const before = this.get();
    const turn = 'turn' in before ? before.turn + 1 : 1;
    this.set({ stage: 'signed-in', caseworker, turn });
  }

  /** The service no longer knows the session. Without one before, nobody is signed in. */
  ended(): void {
    const before = this.get();
    switch (before.stage) {
      case 'signed-in':
        this.set({ ...before, stage: 'ended' });
        return;
      case 'ended':
        return;
      default:
        this.set({ stage: 'nobody' });
    }
  }

  /**
   * The browser's session is this person's now: whoever else the page shows has none any more. Whose page waits for them
   * goes on, without their password once more.
   */
  passedTo(caseworkerId: string): void {
    const before = this.get();
    if (!('caseworker' in before)) return;
    const isTheirs = before.caseworker.id === caseworkerId;
    if (before.stage === 'signed-in' && !isTheirs) this.ended();
    if (before.stage === 'ended' && isTheirs) this.began(before.caseworker);
  }

  /** A second factor is needed from now on, and whoever is signed in has none. */
  hasToSetUp(): void {
    const before = this.get();
    if (before.stage !== 'signed-in' || before.caseworker.mustSetUpSecondFactor) return;
    this.set({ ...before, caseworker: { ...before.caseworker, mustSetUpSecondFactor: true } });
  }

  /** The service did not answer the first question; whoever was signed in stays so. */
  gaveNoAnswer(): void {
    if (this.get().stage === 'unknown') this.set({ stage: 'unreachable' });
  }

  /** Asks anew after no answer. */
  askAgain(): void {
    if (this.get().stage === 'unreachable') this.set({ stage: 'unknown' });
  }
}

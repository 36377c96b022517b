import type { Failure } from '../service/failure.ts';
import { ValueStore } from '../service/store.ts';

/** Somebody whom cases are granted to. */
export interface Grantee {
  readonly id: string;
  readonly name: string;
}

/** A case that stays closed to them, and why. */
export interface NotGranted {
  readonly reason: 'KEPT_OUT' | 'BROKEN';
  readonly case: { readonly id: string; readonly number: string };
}

/** What one step brought. */
export interface StepGranted {
  readonly granted: number;
  readonly left: number;
  /** Null as long as some are left. */
  readonly notGrantedCount: number | null;
  readonly notGranted: readonly NotGranted[];
}

/** Asks for one step; never throws. `refused`: that person can be given no case. */
export type GrantStep = (caseworkerId: string) => Promise<StepGranted | Failure | 'refused-person'>;

/**
 * Where a grant stands.
 *
 * - `running`: steps are still coming. Each is stored when it is answered: whatever ends the run takes nothing back.
 * - `paused`: `failure` says why; it can go on from there.
 * - `refused`: they can be given no case any more. `finished`: nothing is left.
 */
export interface Grant {
  readonly to: Grantee;
  readonly stage: 'running' | 'paused' | 'refused' | 'finished';
  readonly granted: number;
  readonly left: number;
  readonly notGrantedCount: number;
  readonly notGranted: readonly NotGranted[];
  readonly failure: Failure | null;
}

/** Grants a colleague all open cases, step by step, one colleague at a time, whatever page stands. Null: none yet. */
export class GrantRun extends ValueStore<Grant | null> {
  #turn = 0;

  constructor(private readonly ask: GrantStep) {
    super(null);
  }

  /** Whether steps are still coming. */
  isRunning(): boolean {
    return this.get()?.stage === 'running';
  }

  /** Begins, unless another one is running. @param left how many there are, as far as is known. */
  begin(to: Grantee, left: number): Promise<void> {
    if (this.isRunning()) return Promise.resolve();
    this.set({
      to,
      stage: 'running',
      granted: 0,
      left,
      notGrantedCount: 0,
      notGranted: [],
      failure: null,
    });
    return this.#run();
  }

  /** Goes on where it paused. */
  goOn(): Promise<void> {
    const now = this.get();
    if (now?.stage !== 'paused') return Promise.resolve();
    this.set({ ...now, stage: 'running', failure: null });
    return this.#run();
  }

  /** Asks for no further step, and forgets it: somebody signs out. */
  abandon(): void {
    this.#turn += 1;
    this.set(null);
  }

  /** Speaks of a case no more. */
  leaveOut(caseId: string): void {
    const now = this.get();
    if (now !== null) {
      this.set({ ...now, notGranted: now.notGranted.filter((each) => each.case.id !== caseId) });
    }
  }

  async #run(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    for (let now = this.get(); now?.stage === 'running'; now = this.get()) {
      const answer = await this.ask(now.to.id);
      if (turn !== this.#turn) return;
      this.set(withStep(now, answer));
    }
  }
}

function withStep(grant: Grant, answer: StepGranted | Failure | 'refused-person'): Grant {
  if (answer === 'refused-person') return { ...grant, stage: 'refused', left: 0 };
  if (typeof answer === 'string') return { ...grant, stage: 'paused', failure: answer };
  const granted = grant.granted + answer.granted;
  const { left, notGranted, notGrantedCount } = answer;
  if (notGrantedCount === null) return { ...grant, granted, left };
  return { ...grant, granted, left, notGranted, notGrantedCount, stage: 'finished' };
}

import type { EntityManager } from 'typeorm';
import type { Day } from '../shared/day.ts';

/** What becomes of somebody's cases when they leave; the staff room knows nothing of cases itself. */
export interface StaffDepartures {
  /**
   * The day it is, which such an act is dated with. Called before its transaction: while that runs, whoever waits for it
   * may hold all other connections of the pool, and reading through another one would fail.
   */
  today(): Promise<Day>;
  /** Called first in the transaction of such an act, before any row of a caseworker is locked. */
  begin(manager: EntityManager): Promise<void>;
  /**
   * How many cases would be lost for good with somebody: nobody else holds a key to them. A number is all that whoever
   * administers ever learns of them.
   */
  lostWith(manager: EntityManager, caseworkerId: string): Promise<number>;
  /**
   * Takes from somebody what they hold of cases: they were switched off or removed, are no caseworker any more, or begin
   * anew with another key pair. Called inside the transaction of that act, after the row of the person was changed.
   */
  departed(manager: EntityManager, caseworkerId: string, today: Day): Promise<void>;
}

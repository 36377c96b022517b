import type { EntityManager } from 'typeorm';

/**
 * Takes from somebody what they hold of cases: they were switched off or removed, are no caseworker any more, or begin
 * anew with another key pair. Runs inside the transaction of that act, after the row of the person was changed.
 */
export type StaffDeparture = (manager: EntityManager, caseworkerId: string) => Promise<void>;

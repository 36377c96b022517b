import { Argon2QueueFull } from '../crypto/argon2-queue.ts';
import { isDatabaseUnavailable } from '../database/database-unavailable.ts';
import { ServiceBusy } from './problem.type.ts';

/** How long to wait for a database that is away, in seconds. */
export const DATABASE_RETRY = 5;

/**
 * Does the work, or answers `ServiceBusy` where nothing was done because the queue is full or the database away.
 *
 * Whoever gets it may make the same call again: all writes carry an idempotency key.
 */
export async function orBusy<T>(work: () => Promise<T>): Promise<T | ServiceBusy> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Argon2QueueFull) return ServiceBusy.crowded(error.retryAfterSeconds);
    if (isDatabaseUnavailable(error)) return ServiceBusy.away(DATABASE_RETRY);
    throw error;
  }
}

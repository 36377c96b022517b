import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../database/transaction.ts';
import { eventually } from './eventually.ts';

const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/**
 * Lets somebody else be faster by a moment: `first` is committed once `act`, which began before, waits for its locks.
 *
 * @param first has to lock what `act` waits for.
 * @param count how many connections the act waits with.
 * @returns what came of the act.
 */
export async function meanwhile<Answer>(
  dataSource: DataSource,
  first: (manager: EntityManager) => Promise<unknown>,
  act: () => Promise<Answer>,
  count = 1,
): Promise<Answer> {
  const acting = await inTransaction(dataSource, async (manager) => {
    await first(manager);
    const answer = act();
    await eventually(async () => (await dataSource.query<unknown[]>(WAITING)).length >= count);
    return { answer };
  });
  return acting.answer;
}

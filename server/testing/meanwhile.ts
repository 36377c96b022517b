import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../database/transaction.ts';
import { eventually } from './eventually.ts';

const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/**
 * Lets somebody else be faster by a moment: `first` is committed once `act`, which began before, waits for its locks.
 *
 * @param first has to lock what `act` waits for.
 * @returns what came of the act.
 */
export async function meanwhile<Answer>(
  dataSource: DataSource,
  first: (manager: EntityManager) => Promise<unknown>,
  act: () => Promise<Answer>,
): Promise<Answer> {
  const acting = await inTransaction(dataSource, async (manager) => {
    await first(manager);
    const answer = act();
    await eventually(async () => (await dataSource.query<unknown[]>(WAITING)).length > 0);
    return { answer };
  });
  return acting.answer;
}

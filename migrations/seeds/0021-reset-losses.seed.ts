import type { Seed } from './seed.ts';

/** A link by which three cases may be lost. */
export const seedResetLosses: Seed = async (runner) => {
  await runner.query('UPDATE account_reset SET may_lose = 3');
};

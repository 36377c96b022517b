import type { Seed } from './seed.ts';

/** Links that an administrator drew. */
export const seedLinkMakers: Seed = async (runner) => {
  await runner.query('UPDATE invitation SET drawn_by = (SELECT id FROM caseworker LIMIT 1)');
  await runner.query('UPDATE account_reset SET drawn_by = caseworker_id');
};

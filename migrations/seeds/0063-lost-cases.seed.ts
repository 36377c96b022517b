import type { Seed } from './seed.ts';

/** A case that nobody can open since a day. */
export const seedLostCases: Seed = async (runner) => {
  await runner.query(
    `UPDATE case_file SET lost_on = '2026-02-10' WHERE id = '33333333-3333-4333-8333-333333333334'`,
  );
};

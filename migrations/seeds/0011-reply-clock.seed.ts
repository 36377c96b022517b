import type { Seed } from './seed.ts';

/** A clock that was paused after a day. */
export const seedReplyClock: Seed = async (runner) => {
  await runner.query(`UPDATE organisation SET reopen_days = 30`);
  await runner.query(
    `UPDATE case_file SET clock_started_on = NULL, clock_days_used = 1 WHERE number = 'R-1'`,
  );
};

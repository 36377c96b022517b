import type { Seed } from './seed.ts';

/** A wrap that was used in a search. */
export const seedFastWrap: Seed = async (runner) => {
  await runner.query(`UPDATE case_wrap SET fast_wrap = '\\x19'`);
};

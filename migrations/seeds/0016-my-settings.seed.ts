import type { Seed } from './seed.ts';

/** Somebody who wants no single keys. */
export const seedMySettings: Seed = async (runner) => {
  await runner.query('UPDATE caseworker SET single_keys = false');
};

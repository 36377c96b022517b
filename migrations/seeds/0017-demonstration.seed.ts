import type { Seed } from './seed.ts';

/** A demonstration. */
export const seedDemonstration: Seed = async (runner) => {
  await runner.query('UPDATE organisation SET is_demonstration = true');
};

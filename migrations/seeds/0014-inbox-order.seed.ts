import type { Seed } from './seed.ts';

/** Nothing: the cases that the index is over are there. */
export const seedInboxOrder: Seed = async () => {};

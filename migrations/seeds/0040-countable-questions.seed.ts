import type { Seed } from './seed.ts';

/** No rows of its own: the versions of the first seed are there to be marked. */
export const seedCountableQuestions: Seed = async () => {};

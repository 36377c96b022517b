import type { QueryRunner } from 'typeorm';

/**
 * Puts rows into what one migration made, as the program would have, so that undoing and redoing it is tried on data.
 * It runs after that migration and before the next; rows of earlier seeds are there.
 */
export type Seed = (runner: QueryRunner) => Promise<void>;

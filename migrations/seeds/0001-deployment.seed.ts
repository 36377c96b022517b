import type { Seed } from './seed.ts';

/** One deployment. */
export const seedDeployment: Seed = async (runner) => {
  await runner.query(`INSERT INTO deployment (secret_fingerprint) VALUES (decode(repeat('ab', 32), 'hex'))`);
};

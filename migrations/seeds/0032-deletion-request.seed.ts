import type { Seed } from './seed.ts';

/** The caseworker asked for the deletion of the closed case. */
export const seedDeletionRequest: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO deletion_request (case_id, asked_by, asked_on, purpose, reporter_seq)
    VALUES ('33333333-3333-4333-8333-333333333334', '11111111-1111-4111-8111-111111111111', '2026-02-04', 'DUPLICATE', 0)
  `);
};

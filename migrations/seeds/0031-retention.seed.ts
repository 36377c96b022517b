import type { Seed } from './seed.ts';

/** Closed cases are kept for a year, and one was deleted. */
export const seedRetention: Seed = async (runner) => {
  await runner.query(`UPDATE organisation SET retention_days = 365, retention_set_on = '2026-02-01'`);
  await runner.query(`
    INSERT INTO case_tombstone (id, received_on, closed_on, status, has_contact_details, messaging, first_reply_on, reporter_wrote)
    VALUES ('b4444444-4444-4444-8444-444444444431', '2026-01-10', '2026-01-20', 'CLOSED', false, true, '2026-01-12', false)
  `);
};

import type { Seed } from './seed.ts';

/** A caseworker with a case open. */
export const seedColleagueOnCase: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO colleague_on_case (opening, case_id, caseworker_id, until)
    VALUES ('99999999-9999-4999-8999-999999999999', '33333333-3333-4333-8333-333333333333',
            '11111111-1111-4111-8111-111111111111', '2026-02-03T10:00:45Z')
  `);
};

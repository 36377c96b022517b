import type { Seed } from './seed.ts';

/** A label that stands for the caseworker, and a case that they are kept from. */
export const seedKeptOut: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO kept_out_label (id, sort, texts)
    VALUES ('a3333333-3333-4333-8333-333333333330', 1, '[{"locale": "en", "text": "somebody in personnel"}]')
  `);
  await runner.query(`
    INSERT INTO kept_out_member (label_id, caseworker_id)
    VALUES ('a3333333-3333-4333-8333-333333333330', '11111111-1111-4111-8111-111111111111')
  `);
  await runner.query(`
    INSERT INTO case_exclusion (case_id, caseworker_id)
    VALUES ('33333333-3333-4333-8333-333333333333', '11111111-1111-4111-8111-111111111111')
  `);
  await runner.query(`UPDATE case_file SET sealed_kept_out = '\\x02'`);
};

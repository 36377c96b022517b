import type { Seed } from './seed.ts';

/** The one organisation, with texts and a closure day. */
export const seedOrganisation: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO organisation (name, locales, time_zone, working_weekdays, closure_days, target_working_days, texts)
    VALUES ('A university', '{en,cy}', 'Europe/London', '{1,2,3,4,5}', '{2026-12-25}', 2, '{"en": {}}')
  `);
};

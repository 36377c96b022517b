import type { Seed } from './seed.ts';

/** A clock that has jumped a day ago. */
export const seedDaySeen: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO day_seen (seen_on, doubted_since) VALUES ('2026-02-10', '2029-02-09')
    ON CONFLICT (id) DO UPDATE SET seen_on = EXCLUDED.seen_on, doubted_since = EXCLUDED.doubted_since`);
};

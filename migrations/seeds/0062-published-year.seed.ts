import type { Seed } from './seed.ts';

/** A year that was published and taken back. */
export const seedPublishedYear: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO statistics.published_year (year, figures, is_public, published_on)
    VALUES (2025, '{"total": 120}', false, '2026-02-03')`);
};

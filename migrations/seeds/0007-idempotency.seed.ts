import type { Seed } from './seed.ts';

/** One acknowledged write. */
export const seedIdempotency: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO idempotency (key_digest, input_digest, answer, recorded_on)
    VALUES ('\\x14', '\\x15', '{"__typename": "ReportSubmitted"}', '2026-02-02')
  `);
};

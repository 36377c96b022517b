import type { Seed } from './seed.ts';

/** A token that was used once. */
export const seedAnalyticsToken: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO analytics_token (id, name, token_hash, made_at, expires_at)
    VALUES ('61616161-6161-4161-8161-616161616161', 'Yearly figures', decode(repeat('61', 32), 'hex'),
            '2026-02-03T10:00:00Z', '2027-02-03T10:00:00Z')`);
  await runner.query(`
    INSERT INTO analytics_query (id, token_id, asked_at, operation, arguments)
    VALUES ('62626262-6262-4262-8262-626262626262', '61616161-6161-4161-8161-616161616161', '2026-02-03T11:00:00Z',
            'reportCounts', '{"by": ["PERIOD"]}')`);
};

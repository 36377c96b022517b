import type { Seed } from './seed.ts';

/** One entry, and the end of the chain at it. */
export const seedAuditLog: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO audit_entry (position, done_at, actor, caseworker_id, caseworker_name, act, details, previous_hash, hash)
    VALUES (1, '2026-02-03T10:00:45.123Z', 'PERSON', '11111111-1111-4111-8111-111111111111', 'Morgan Ellis',
            'SIGNED_IN', '{}', '\\x00', '\\x19')
  `);
  await runner.query(`INSERT INTO audit_head (id, position, hash) VALUES (true, 1, '\\x19')`);
};

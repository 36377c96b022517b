import type { Seed } from './seed.ts';

/** A caseworker with a session, and an invitation nobody took. */
export const seedStaff: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO caseworker (id, name, email, email_key, roles, password_salt, password_verifier, public_key, password_wrap, recovery_wrap)
    VALUES ('11111111-1111-4111-8111-111111111111', 'Ada', 'ada@example.org', 'ada@example.org', '{CASEWORKER}', '\\x01', '\\x02', '\\x03', '\\x04', '\\x05')
  `);
  await runner.query(
    `INSERT INTO invitation (token_hash, roles, works_until) VALUES ('\\x06', '{CASEWORKER}', '2026-01-01T00:00Z')`,
  );
  await runner.query(`
    INSERT INTO staff_session (token_hash, caseworker_id, private_key_wrap, idle_until, ends_at)
    VALUES ('\\x07', '11111111-1111-4111-8111-111111111111', '\\x08', '2026-01-01T00:00Z', '2026-01-01T00:00Z')
  `);
};

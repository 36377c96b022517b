import type { Seed } from './seed.ts';

/** A caseworker with a second factor in a team, an open invitation, and a link to begin anew. */
export const seedAccounts: Seed = async (runner) => {
  await runner.query(`UPDATE caseworker SET totp_secret = '\\x31', totp_last_step = 1`);
  await runner.query(
    `INSERT INTO recovery_code (caseworker_id, code_digest) SELECT id, '\\x32' FROM caseworker`,
  );
  await runner.query('INSERT INTO staff_policy (is_only, needs_second_factor) VALUES (true, false)');
  await runner.query(
    `INSERT INTO team (id, name, name_key) VALUES ('77777777-7777-4777-8777-777777777777', 'Night', 'night')`,
  );
  await runner.query(
    `INSERT INTO team_member SELECT '77777777-7777-4777-8777-777777777777', id FROM caseworker`,
  );
  await runner.query(`UPDATE invitation SET id = '88888888-8888-4888-8888-888888888888'`);
  await runner.query(`INSERT INTO account_reset SELECT id, '\\x33', '2026-01-01T00:00Z' FROM caseworker`);
};

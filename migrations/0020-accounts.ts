import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What accounts of staff need beyond a password: a second factor, links of administrators, teams. */
export class Accounts1700000000020 implements MigrationInterface {
  readonly name = 'Accounts1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE caseworker
        ADD is_removed boolean NOT NULL DEFAULT false,
        ADD totp_secret bytea,
        ADD totp_pending bytea,
        ADD totp_last_step bigint`);
    await runner.query(`
      CREATE TABLE recovery_code (
        caseworker_id uuid NOT NULL REFERENCES caseworker ON DELETE CASCADE,
        code_digest bytea NOT NULL,
        PRIMARY KEY (caseworker_id, code_digest)
      )`);
    await runner.query(`
      CREATE TABLE staff_policy (
        is_only boolean PRIMARY KEY CHECK (is_only),
        needs_second_factor boolean NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE team (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        name_key text NOT NULL UNIQUE
      )`);
    await runner.query(`
      CREATE TABLE team_member (
        team_id uuid NOT NULL REFERENCES team ON DELETE CASCADE,
        caseworker_id uuid NOT NULL REFERENCES caseworker ON DELETE CASCADE,
        PRIMARY KEY (team_id, caseworker_id)
      )`);
    await runner.query('CREATE INDEX team_member_caseworker ON team_member (caseworker_id)');
    await runner.query(`
      ALTER TABLE invitation
        ADD id uuid UNIQUE,
        ADD team_id uuid REFERENCES team ON DELETE SET NULL`);
    await runner.query(`
      CREATE TABLE account_reset (
        caseworker_id uuid PRIMARY KEY REFERENCES caseworker ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE,
        works_until timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account_reset');
    await runner.query('ALTER TABLE invitation DROP team_id, DROP id');
    for (const table of ['team_member', 'team', 'staff_policy', 'recovery_code']) {
      await runner.query(`DROP TABLE ${table}`);
    }
    await runner.query(
      'ALTER TABLE caseworker DROP totp_last_step, DROP totp_pending, DROP totp_secret, DROP is_removed',
    );
  }
}

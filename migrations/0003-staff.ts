import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Caseworkers and administrators, the invitations that make them, and their sessions. */
export class Staff1700000000003 implements MigrationInterface {
  readonly name = 'Staff1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE caseworker (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        email text NOT NULL,
        email_key text NOT NULL UNIQUE,
        roles text[] NOT NULL,
        is_active boolean NOT NULL DEFAULT true,
        password_salt bytea NOT NULL,
        password_verifier bytea NOT NULL,
        public_key bytea NOT NULL,
        password_wrap bytea NOT NULL,
        recovery_wrap bytea NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE invitation (
        token_hash bytea PRIMARY KEY,
        roles text[] NOT NULL,
        email text,
        works_until timestamptz NOT NULL,
        is_used boolean NOT NULL DEFAULT false
      )`);
    await runner.query(`
      CREATE TABLE staff_session (
        token_hash bytea PRIMARY KEY,
        caseworker_id uuid NOT NULL REFERENCES caseworker ON DELETE CASCADE,
        private_key_wrap bytea NOT NULL,
        idle_until timestamptz NOT NULL,
        ends_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX staff_session_caseworker ON staff_session (caseworker_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff_session');
    await runner.query('DROP TABLE invitation');
    await runner.query('DROP TABLE caseworker');
  }
}

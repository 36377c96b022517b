import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an access code opens, the sessions it opened, and the messages of both sides. */
export class Conversation1700000000006 implements MigrationInterface {
  readonly name = 'Conversation1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE conversation (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL UNIQUE REFERENCES case_file ON DELETE CASCADE,
        lookup_id bytea NOT NULL UNIQUE,
        code_epoch smallint NOT NULL,
        public_key bytea NOT NULL,
        private_key_wrap bytea NOT NULL,
        case_key_wrap bytea NOT NULL,
        is_open boolean NOT NULL DEFAULT true,
        last_seq integer NOT NULL DEFAULT 0,
        last_reply_seq integer NOT NULL DEFAULT 0,
        last_reporter_seq integer NOT NULL DEFAULT 0
      )`);
    await runner.query(`
      CREATE TABLE reporter_session (
        token_hash bytea PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
        private_key_wrap bytea NOT NULL,
        idle_until timestamptz NOT NULL,
        ends_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX reporter_session_conversation ON reporter_session (conversation_id)');
    await runner.query(`
      CREATE TABLE message (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation ON DELETE CASCADE,
        seq integer NOT NULL,
        author text NOT NULL CHECK (author IN ('REPORTER', 'CASEWORKER')),
        caseworker_id uuid REFERENCES caseworker,
        sealed_text bytea NOT NULL,
        sent_on date NOT NULL,
        UNIQUE (conversation_id, seq)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE message');
    await runner.query('DROP TABLE reporter_session');
    await runner.query('DROP TABLE conversation');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff write and do on a case. Exact times, because they are those of staff; nothing here follows a reporter. */
export class CaseRecord1700000000008 implements MigrationInterface {
  readonly name = 'CaseRecord1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_note (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES case_file ON DELETE CASCADE,
        caseworker_id uuid NOT NULL REFERENCES caseworker,
        sealed_text bytea NOT NULL,
        written_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX case_note_case ON case_note (case_id, written_at)');
    await runner.query(`
      CREATE TABLE case_act (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES case_file ON DELETE CASCADE,
        kind text NOT NULL,
        caseworker_id uuid NOT NULL REFERENCES caseworker,
        done_at timestamptz NOT NULL,
        from_status text,
        to_status text,
        assignee_id uuid REFERENCES caseworker,
        message_seq integer,
        label_id text,
        sealed_reason bytea
      )`);
    await runner.query('CREATE INDEX case_act_case ON case_act (case_id, done_at)');
    await runner.query(`
      CREATE TABLE case_draft (
        case_id uuid NOT NULL REFERENCES case_file ON DELETE CASCADE,
        caseworker_id uuid NOT NULL REFERENCES caseworker ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('NOTE', 'REPLY')),
        sealed_text bytea NOT NULL,
        PRIMARY KEY (case_id, caseworker_id, kind)
      )`);
    await runner.query(`
      CREATE TABLE case_label (
        case_id uuid NOT NULL REFERENCES case_file ON DELETE CASCADE,
        label_id text NOT NULL,
        PRIMARY KEY (case_id, label_id)
      )`);
    await runner.query('CREATE INDEX case_label_label ON case_label (label_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['case_label', 'case_draft', 'case_act', 'case_note']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

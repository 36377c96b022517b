import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports as their caseworkers hold them, and who holds a key to which. Days only: no exact time, no ordered id. */
export class CaseFile1700000000005 implements MigrationInterface {
  readonly name = 'CaseFile1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_file (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        received_on date NOT NULL,
        status text NOT NULL,
        locale text NOT NULL,
        questionnaire_version_id uuid NOT NULL REFERENCES questionnaire_version,
        messaging boolean NOT NULL,
        sealed_answers bytea NOT NULL,
        sealed_contact_details bytea,
        assignee_id uuid REFERENCES caseworker,
        reply_due_by date,
        version integer NOT NULL DEFAULT 1,
        changed_on date NOT NULL
      )`);
    await runner.query('CREATE INDEX case_file_reply_due ON case_file (reply_due_by ASC NULLS LAST, id)');
    await runner.query('CREATE INDEX case_file_received ON case_file (received_on DESC, id)');
    await runner.query('CREATE INDEX case_file_changed ON case_file (changed_on)');
    await runner.query(`
      CREATE TABLE case_wrap (
        case_id uuid NOT NULL REFERENCES case_file ON DELETE CASCADE,
        caseworker_id uuid NOT NULL REFERENCES caseworker ON DELETE CASCADE,
        case_key_wrap bytea NOT NULL,
        read_seq integer,
        PRIMARY KEY (caseworker_id, case_id)
      )`);
    await runner.query('CREATE INDEX case_wrap_case ON case_wrap (case_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_wrap');
    await runner.query('DROP TABLE case_file');
  }
}

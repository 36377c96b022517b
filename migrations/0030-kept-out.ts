import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who can be kept from a report by a neutral label, who is kept from which case, and what the reporter chose. */
export class KeptOut1700000000030 implements MigrationInterface {
  readonly name = 'KeptOut1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kept_out_label (
        id uuid PRIMARY KEY,
        sort integer NOT NULL,
        texts jsonb NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE kept_out_member (
        label_id uuid NOT NULL REFERENCES kept_out_label ON DELETE CASCADE,
        caseworker_id uuid NOT NULL REFERENCES caseworker ON DELETE CASCADE,
        PRIMARY KEY (label_id, caseworker_id)
      )`);
    await runner.query(`
      CREATE TABLE case_exclusion (
        case_id uuid NOT NULL REFERENCES case_file ON DELETE CASCADE,
        caseworker_id uuid NOT NULL REFERENCES caseworker ON DELETE CASCADE,
        PRIMARY KEY (case_id, caseworker_id)
      )`);
    await runner.query('ALTER TABLE case_file ADD sealed_kept_out bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_file DROP sealed_kept_out');
    for (const table of ['case_exclusion', 'kept_out_member', 'kept_out_label']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

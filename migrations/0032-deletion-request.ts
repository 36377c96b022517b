import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who of the staff asked for the deletion of which case, and why; it waits for a second person. `reporter_seq` is
 * the last message of the reporter that was there: a later one ends the request. Days only.
 */
export class DeletionRequest1700000000032 implements MigrationInterface {
  readonly name = 'DeletionRequest1700000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deletion_request (
        case_id uuid PRIMARY KEY REFERENCES case_file ON DELETE CASCADE,
        asked_by uuid NOT NULL REFERENCES caseworker ON DELETE CASCADE,
        asked_on date NOT NULL,
        purpose text NOT NULL,
        reporter_seq integer NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deletion_request');
  }
}

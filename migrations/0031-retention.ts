import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For how long closed cases are kept, and what is left of deleted ones.
 *
 * A tombstone has no number, no id of a case and no words. It holds what the statistics of a month that is not closed
 * still have to count, by day; once that month is closed it holds months only.
 */
export class Retention1700000000031 implements MigrationInterface {
  readonly name = 'Retention1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation
        ADD retention_days smallint CHECK (retention_days BETWEEN 1 AND 3650),
        ADD retention_set_on date`);
    await runner.query(`
      CREATE TABLE case_tombstone (
        id uuid PRIMARY KEY,
        received_on date NOT NULL,
        closed_on date,
        status text NOT NULL,
        has_contact_details boolean NOT NULL,
        messaging boolean NOT NULL,
        first_reply_on date,
        reporter_wrote boolean
      )`);
    await runner.query('CREATE INDEX case_tombstone_received ON case_tombstone (received_on)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_tombstone');
    await runner.query('ALTER TABLE organisation DROP retention_set_on, DROP retention_days');
  }
}

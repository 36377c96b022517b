import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The organisation that runs this installation: one row, made at the first start. */
export class Organisation1700000000002 implements MigrationInterface {
  readonly name = 'Organisation1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        name text NOT NULL,
        locales text[] NOT NULL,
        time_zone text NOT NULL,
        working_weekdays smallint[] NOT NULL,
        closure_days date[] NOT NULL DEFAULT '{}',
        target_working_days smallint NOT NULL CHECK (target_working_days BETWEEN 1 AND 60),
        texts jsonb NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organisation');
  }
}

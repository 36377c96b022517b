import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Since when nobody can open a case any more, so that it does not stay for ever. Those of before begin today: nobody was told
 * of a day on which they are deleted.
 */
export class LostCases1700000000063 implements MigrationInterface {
  readonly name = 'LostCases1700000000063';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_file ADD lost_on date');
    await runner.query(`
      UPDATE case_file f SET lost_on = CURRENT_DATE
      WHERE NOT EXISTS (SELECT FROM case_wrap w WHERE w.case_id = f.id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_file DROP lost_on');
  }
}

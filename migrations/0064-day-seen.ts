import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The last day on which the program was seen to run, so that a clock that jumps is found out. Where there are cases it begins
 * with the day on which one was changed last: the clock may be wrong at the start after an update, too.
 */
export class DaySeen1700000000064 implements MigrationInterface {
  readonly name = 'DaySeen1700000000064';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE day_seen (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        seen_on date NOT NULL,
        doubted_since date
      )`);
    await runner.query(`
      INSERT INTO day_seen (seen_on) SELECT max(changed_on) FROM case_file HAVING max(changed_on) IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE day_seen');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Years whose numbers the public may read. What was published once stays, so that it is never told in another way. */
export class PublishedYear1700000000062 implements MigrationInterface {
  readonly name = 'PublishedYear1700000000062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE statistics.published_year (
        year smallint PRIMARY KEY CHECK (year BETWEEN 2000 AND 2999),
        figures json NOT NULL,
        is_public boolean NOT NULL,
        published_on date NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE statistics.published_year');
  }
}

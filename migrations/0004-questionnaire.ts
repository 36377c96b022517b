import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published sets of questions. A version never changes, so an old report keeps the text it was asked. */
export class Questionnaire1700000000004 implements MigrationInterface {
  readonly name = 'Questionnaire1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE questionnaire_version (
        id uuid PRIMARY KEY,
        is_current boolean NOT NULL,
        published_on date NOT NULL,
        content jsonb NOT NULL
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX questionnaire_version_current ON questionnaire_version (is_current) WHERE is_current',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE questionnaire_version');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions that administrators write themselves: one draft, and versions that say which came when and by whom. */
export class QuestionnaireDraft1700000000041 implements MigrationInterface {
  readonly name = 'QuestionnaireDraft1700000000041';

  async up(runner: QueryRunner): Promise<void> {
    // A number and no time: a time would say of a report when it was sent, within the day.
    await runner.query(`
      ALTER TABLE questionnaire_version
        ADD COLUMN number integer,
        ADD COLUMN published_by uuid REFERENCES caseworker (id) ON DELETE SET NULL`);
    await runner.query(`
      UPDATE questionnaire_version version SET number = counted.number
      FROM (
        SELECT id, row_number() OVER (ORDER BY is_current, published_on, id) AS number FROM questionnaire_version
      ) counted
      WHERE counted.id = version.id`);
    await runner.query(`
      ALTER TABLE questionnaire_version
        ALTER COLUMN number SET NOT NULL,
        ADD CONSTRAINT questionnaire_version_number UNIQUE (number)`);
    await runner.query(`
      CREATE TABLE questionnaire_draft (
        is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
        revision uuid NOT NULL,
        saved_by uuid REFERENCES caseworker (id) ON DELETE SET NULL,
        saved_on date NOT NULL,
        content jsonb NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE questionnaire_draft');
    await runner.query('ALTER TABLE questionnaire_version DROP COLUMN number, DROP COLUMN published_by');
  }
}

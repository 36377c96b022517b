import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which member of staff has which case open, for a minute at a time. Reporters are never in it. */
export class ColleagueOnCase1700000000015 implements MigrationInterface {
  readonly name = 'ColleagueOnCase1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE colleague_on_case (
        opening uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        caseworker_id uuid NOT NULL,
        until timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX colleague_on_case_case ON colleague_on_case (case_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE colleague_on_case');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff write often, by language. In the clear: it is about no case. */
export class ReplyTemplate1700000000009 implements MigrationInterface {
  readonly name = 'ReplyTemplate1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reply_template (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE,
        sort integer NOT NULL,
        texts jsonb NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reply_template');
  }
}

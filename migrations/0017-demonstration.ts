import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether everything here is invented, to be shown around. Never set on an installation that was used. */
export class Demonstration1700000000017 implements MigrationInterface {
  readonly name = 'Demonstration1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation ADD is_demonstration boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation DROP is_demonstration');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link to begin anew says how many cases may be lost for good by it. */
export class ResetLosses1700000000021 implements MigrationInterface {
  readonly name = 'ResetLosses1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE account_reset ADD COLUMN may_lose integer NOT NULL DEFAULT 0 CHECK (may_lose >= 0)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account_reset DROP COLUMN may_lose');
  }
}

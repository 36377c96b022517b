import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a member of staff chose for themselves. */
export class MySettings1700000000016 implements MigrationInterface {
  readonly name = 'MySettings1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE caseworker ADD single_keys boolean NOT NULL DEFAULT true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE caseworker DROP single_keys');
  }
}

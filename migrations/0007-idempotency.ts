import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which writes were acknowledged, and with what. Holds digests and days; names no case and no person. */
export class Idempotency1700000000007 implements MigrationInterface {
  readonly name = 'Idempotency1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency (
        key_digest bytea PRIMARY KEY,
        input_digest bytea NOT NULL,
        answer jsonb NOT NULL,
        recorded_on date NOT NULL
      )`);
    await runner.query('CREATE INDEX idempotency_recorded ON idempotency (recorded_on)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The one row that ties a database to its master secret. */
export class Deployment1700000000001 implements MigrationInterface {
  readonly name = 'Deployment1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deployment (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        secret_fingerprint bytea NOT NULL
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deployment');
  }
}

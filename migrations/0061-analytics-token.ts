import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API tokens that read aggregates, and what was asked with each. */
export class AnalyticsToken1700000000061 implements MigrationInterface {
  readonly name = 'AnalyticsToken1700000000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE analytics_token (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
        made_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      )`);
    await runner.query(`
      CREATE TABLE analytics_query (
        id uuid PRIMARY KEY,
        token_id uuid NOT NULL REFERENCES analytics_token ON DELETE CASCADE,
        asked_at timestamptz NOT NULL,
        operation text NOT NULL,
        arguments jsonb NOT NULL
      )`);
    await runner.query('CREATE INDEX analytics_query_token ON analytics_query (token_id, asked_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE analytics_query');
    await runner.query('DROP TABLE analytics_token');
  }
}

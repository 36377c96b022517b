import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an administrator sets besides hours and texts: where people leave to, whether reports are taken, closures. */
export class OrganisationWording1700000000045 implements MigrationInterface {
  readonly name = 'OrganisationWording1700000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation
        ADD exit_address text NOT NULL DEFAULT 'https://www.bbc.co.uk/weather',
        ADD onion_address text,
        ADD is_open boolean NOT NULL DEFAULT true,
        ADD closed_reasons jsonb NOT NULL DEFAULT '{}',
        ADD closures jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation
        DROP exit_address, DROP onion_address, DROP is_open, DROP closed_reasons, DROP closures`);
  }
}

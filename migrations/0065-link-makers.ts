import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who drew a link, so that it ends with their role. Null: whoever runs the machine, and those of before. */
export class LinkMakers1700000000065 implements MigrationInterface {
  readonly name = 'LinkMakers1700000000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitation ADD drawn_by uuid REFERENCES caseworker ON DELETE CASCADE');
    await runner.query('ALTER TABLE account_reset ADD drawn_by uuid REFERENCES caseworker ON DELETE CASCADE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account_reset DROP drawn_by');
    await runner.query('ALTER TABLE invitation DROP drawn_by');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The organisation's vocabulary for cases; one that is there already begins with the default. */
export class CaseLabels1700000000012 implements MigrationInterface {
  readonly name = 'CaseLabels1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE organisation ADD labels jsonb NOT NULL DEFAULT '[]'");
    await runner.query('UPDATE organisation SET labels = $1', [
      JSON.stringify([
        { id: 'urgent', text: 'Urgent' },
        { id: 'safeguarding', text: 'Safeguarding' },
        { id: 'needs-advice', text: 'Needs advice' },
        { id: 'linked', text: 'Linked to another case' },
        { id: 'outside', text: 'Not for us' },
      ]),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation DROP labels');
  }
}

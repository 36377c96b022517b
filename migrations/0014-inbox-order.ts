import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The order of the inbox as its pages ask for it: cases that wait for no answer come last. */
export class InboxOrder1700000000014 implements MigrationInterface {
  readonly name = 'InboxOrder1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_file_reply_due');
    await runner.query(
      "CREATE INDEX case_file_reply_due ON case_file (COALESCE(reply_due_by, 'infinity'::date), id)",
    );
    await runner.query('CREATE INDEX case_file_assignee ON case_file (assignee_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_file_assignee');
    await runner.query('DROP INDEX case_file_reply_due');
    await runner.query('CREATE INDEX case_file_reply_due ON case_file (reply_due_by ASC NULLS LAST, id)');
  }
}

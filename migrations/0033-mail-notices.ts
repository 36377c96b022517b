import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether somebody of the staff gets notices by mail, and for which fixed hour they got the last one. */
export class MailNotices1700000000033 implements MigrationInterface {
  readonly name = 'MailNotices1700000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE caseworker ADD mail_notices boolean NOT NULL DEFAULT true, ADD last_notice text',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE caseworker DROP last_notice, DROP mail_notices');
  }
}

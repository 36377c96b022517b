import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When an answer was asked for, and how many working days of the promise were used up before a pause.
 * Days only: a deadline tells the day of a message, which its reporter's messages tell as well, and never a time.
 */
export class ReplyClock1700000000011 implements MigrationInterface {
  readonly name = 'ReplyClock1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE case_file ADD clock_started_on date, ADD clock_days_used smallint, ADD closed_on date',
    );
    await runner.query(`
      UPDATE case_file f SET clock_days_used = 0, clock_started_on = COALESCE(
        (SELECT min(m.sent_on) FROM conversation c JOIN message m ON m.conversation_id = c.id
         WHERE c.case_id = f.id AND c.last_reply_seq > 0 AND m.seq > c.last_reply_seq), f.received_on)
      WHERE f.reply_due_by IS NOT NULL`);
    await runner.query("UPDATE case_file SET closed_on = changed_on WHERE status = 'CLOSED'");
    await runner.query('CREATE INDEX case_file_closed ON case_file (closed_on) WHERE closed_on IS NOT NULL');
    await runner.query(
      'ALTER TABLE organisation ADD reopen_days smallint NOT NULL DEFAULT 90 CHECK (reopen_days BETWEEN 0 AND 3650)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation DROP reopen_days');
    await runner.query('ALTER TABLE case_file DROP clock_started_on, DROP clock_days_used, DROP closed_on');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What members of staff did, each entry chained to the one before it, and the end of the chain. Exact times, because
 * they are those of staff; nothing that a reporter does is written here. Names and numbers are kept as they were, and
 * there are no foreign keys: an entry outlives the case and the person that it names.
 */
export class AuditLog1700000000050 implements MigrationInterface {
  readonly name = 'AuditLog1700000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entry (
        position bigint PRIMARY KEY CHECK (position > 0),
        done_at timestamptz NOT NULL,
        actor text NOT NULL CHECK (actor IN ('PERSON', 'SERVICE', 'OPERATOR')),
        caseworker_id uuid,
        caseworker_name text,
        act text NOT NULL,
        case_id uuid,
        case_number text,
        object text,
        details text NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL
      )`);
    await runner.query('CREATE INDEX audit_entry_caseworker ON audit_entry (caseworker_id, position)');
    await runner.query('CREATE INDEX audit_entry_act ON audit_entry (act, position)');
    await runner.query('CREATE INDEX audit_entry_done ON audit_entry (done_at)');
    await runner.query(
      'CREATE INDEX audit_entry_case ON audit_entry (case_id, position) WHERE case_id IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE audit_head (
        id boolean PRIMARY KEY CHECK (id),
        position bigint NOT NULL,
        hash bytea NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_head');
    await runner.query('DROP TABLE audit_entry');
  }
}

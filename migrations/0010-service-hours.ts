import type { MigrationInterface, QueryRunner } from 'typeorm';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** Hours a day instead of days alone: `{"1": [{"from": "09:00", "to": "17:00"}], …}`, 1 for Monday. */
export class ServiceHours1700000000010 implements MigrationInterface {
  readonly name = 'ServiceHours1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    const periods = WEEKDAYS.map(
      (day) =>
        `'${day}', CASE WHEN ${day} = ANY(working_weekdays) THEN '[{"from": "09:00", "to": "17:00"}]'::jsonb END`,
    );
    await runner.query(
      `ALTER TABLE organisation ALTER working_weekdays TYPE jsonb
       USING jsonb_strip_nulls(jsonb_build_object(${periods.join(', ')}))`,
    );
    await runner.query('ALTER TABLE organisation RENAME working_weekdays TO service_hours');
  }

  async down(runner: QueryRunner): Promise<void> {
    const days = WEEKDAYS.map((day) => `CASE WHEN service_hours ? '${day}' THEN ${day}::smallint END`);
    await runner.query(
      `ALTER TABLE organisation ALTER service_hours TYPE smallint[]
       USING array_remove(ARRAY[${days.join(', ')}], NULL)`,
    );
    await runner.query('ALTER TABLE organisation RENAME service_hours TO working_weekdays');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Statistics, in a schema of their own and with nothing in them that leads to a case.
 *
 * A month that is not closed is counted in sealed tallies, spread over stripes so that reports do not wait for each
 * other. What may be told of closed months stands in `part`, and every number there is at least the threshold. The views
 * round, and are all that a tool outside may read.
 */
export class Statistics1700000000060 implements MigrationInterface {
  readonly name = 'Statistics1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA statistics');
    await runner.query(`
      CREATE TABLE statistics.setting (
        id boolean PRIMARY KEY CHECK (id),
        threshold smallint NOT NULL DEFAULT 10 CHECK (threshold >= 5),
        counted_from date NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE statistics.tally (
        month date NOT NULL CHECK (extract(day FROM month) = 1),
        stripe smallint NOT NULL,
        sealed bytea NOT NULL,
        PRIMARY KEY (month, stripe)
      )`);
    await runner.query(`
      CREATE TABLE statistics.closed_month (
        month date PRIMARY KEY CHECK (extract(day FROM month) = 1),
        closed_on date NOT NULL,
        threshold smallint NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE statistics.part (
        subject text NOT NULL,
        months date[] NOT NULL CHECK (cardinality(months) > 0),
        route text NOT NULL CHECK (route IN ('ANONYMOUS', 'CONTACT_DETAILS', 'ALL')),
        labels text[] NOT NULL CHECK (cardinality(labels) > 0),
        count integer NOT NULL CHECK (count >= 5),
        PRIMARY KEY (subject, months, route, labels)
      )`);
    await runner.query(`
      CREATE VIEW statistics.reports AS
      SELECT months[1] AS period_from, cardinality(months) AS months,
             CASE route WHEN 'ALL' THEN NULL ELSE route END AS route,
             (round(count / 5.0) * 5)::integer AS count
      FROM statistics.part WHERE subject = 'REPORTS'`);
    await runner.query(`
      CREATE VIEW statistics.answers AS
      WITH told AS (
        SELECT subject, months, CASE route WHEN 'ALL' THEN NULL ELSE route END AS route, labels, count
        FROM statistics.part WHERE subject LIKE '%:%' OR subject IN ('STATUS', 'LOCALE', 'MESSAGING')
      ), rows AS (
        SELECT subject, months, route, labels[1] AS answer, count FROM told WHERE cardinality(labels) = 1
        UNION ALL
        SELECT subject, months, route, 'OTHER', count FROM told WHERE cardinality(labels) > 1
        UNION ALL
        SELECT subject, months, route, unnest(labels), NULL FROM told WHERE cardinality(labels) > 1
      )
      SELECT regexp_replace(split_part(subject, '/', 1), '^[CQ]:', '') AS question, months[1] AS period_from,
             cardinality(months) AS months, route, answer, (round(count / 5.0) * 5)::integer AS count,
             count IS NULL AS suppressed
      FROM rows`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW statistics.answers');
    await runner.query('DROP VIEW statistics.reports');
    await runner.query('DROP TABLE statistics.part');
    await runner.query('DROP TABLE statistics.closed_month');
    await runner.query('DROP TABLE statistics.tally');
    await runner.query('DROP TABLE statistics.setting');
    await runner.query('DROP SCHEMA statistics');
  }
}

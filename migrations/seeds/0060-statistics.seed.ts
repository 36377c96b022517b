import type { Seed } from './seed.ts';

/** A month that is counted and one that is told. */
export const seedStatistics: Seed = async (runner) => {
  await runner.query(
    `INSERT INTO statistics.setting (id, threshold, counted_from) VALUES (true, 10, '2026-01-01')`,
  );
  await runner.query(
    `INSERT INTO statistics.tally (month, stripe, sealed) VALUES ('2026-02-01', 3, '\\x41')`,
  );
  await runner.query(
    `INSERT INTO statistics.closed_month (month, closed_on, threshold) VALUES ('2026-01-01', '2026-02-15', 10)`,
  );
  await runner.query(`
    INSERT INTO statistics.part (subject, months, route, labels, count)
    VALUES ('REPORTS', '{2026-01-01}', 'ALL', '{*}', 37), ('STATUS', '{2026-01-01}', 'ALL', '{CLOSED}', 21),
           ('STATUS', '{2026-01-01}', 'ALL', '{NEW,OPEN}', 16)`);
};

import type { Seed } from './seed.ts';

/** The caseworker wants no notices, and got one before. */
export const seedMailNotices: Seed = async (runner) => {
  await runner.query(`UPDATE caseworker SET mail_notices = false, last_notice = '2026-02-03 9'`);
};

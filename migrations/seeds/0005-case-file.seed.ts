import type { Seed } from './seed.ts';

/** Two cases: one with messages, held and assigned; one without. */
export const seedCaseFile: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO case_file (id, number, received_on, status, locale, questionnaire_version_id, messaging, sealed_answers, assignee_id, reply_due_by, changed_on)
    VALUES ('33333333-3333-4333-8333-333333333333', 'R-1', '2026-02-02', 'NEW', 'en', '22222222-2222-4222-8222-222222222222', true, '\\x09', '11111111-1111-4111-8111-111111111111', '2026-02-04', '2026-02-02'),
           ('33333333-3333-4333-8333-333333333334', 'R-2', '2026-02-03', 'CLOSED', 'en', '22222222-2222-4222-8222-222222222223', false, '\\x0a', NULL, NULL, '2026-02-03')
  `);
  await runner.query(`
    INSERT INTO case_wrap (case_id, caseworker_id, case_key_wrap)
    VALUES ('33333333-3333-4333-8333-333333333333', '11111111-1111-4111-8111-111111111111', '\\x0b')
  `);
};

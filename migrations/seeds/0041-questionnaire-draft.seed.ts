import type { Seed } from './seed.ts';

/** A draft that somebody saved. */
export const seedQuestionnaireDraft: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO questionnaire_draft (revision, saved_by, saved_on, content)
    SELECT '22222222-2222-4222-8222-222222222241', (SELECT id FROM caseworker LIMIT 1), '2026-02-02', '{"questions": []}'
  `);
};

import type { Seed } from './seed.ts';

/** A published version and the one before it, which asked some of the questions that come with the program. */
export const seedQuestionnaire: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO questionnaire_version (id, is_current, published_on, content)
    VALUES ('22222222-2222-4222-8222-222222222222', true, '2026-02-01', '{"sections": []}'),
           ('22222222-2222-4222-8222-222222222223', false, '2026-01-01',
             '{"questions": [{"id": "kinds", "kind": "MANY_CHOICES"}, {"id": "what-happened", "kind": "LONG_TEXT"}]}')
  `);
};

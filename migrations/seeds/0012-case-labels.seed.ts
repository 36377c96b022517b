import type { Seed } from './seed.ts';

/** A vocabulary of the organisation's own. */
export const seedCaseLabels: Seed = async (runner) => {
  await runner.query(`UPDATE organisation SET labels = '[{"id": "urgent", "text": "At once"}]'`);
};

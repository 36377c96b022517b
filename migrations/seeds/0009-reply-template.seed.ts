import type { Seed } from './seed.ts';

/** A template in two languages. */
export const seedReplyTemplate: Seed = async (runner) => {
  await runner.query(`
    INSERT INTO reply_template (id, name, sort, texts)
    VALUES ('88888888-8888-4888-8888-888888888888', 'Thanks', 1, '[{"locale": "en", "text": "Thank you."}, {"locale": "cy", "text": "Diolch."}]')
  `);
};

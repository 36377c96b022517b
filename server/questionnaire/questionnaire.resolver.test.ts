import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { QUESTIONS } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

interface Answer {
  readonly questionnaire: {
    version: string;
    locale: string;
    questions: {
      id: string;
      kind: string;
      locale: string;
      text: string;
      choices: { id: string; text: string }[];
    }[];
  };
}

const VERSION = QUESTIONS.replace('($locale: String)', '($locale: String, $version: ID)').replace(
  '(locale: $locale)',
  '(locale: $locale, version: $version)',
);

describe('questionnaire', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  it('asks what happened first, in the reporter’s own words', async () => {
    const { questionnaire } = await lab.anyone().data<Answer>(QUESTIONS);

    expect(questionnaire.questions[0]).toMatchObject({ id: 'what-happened', kind: 'LONG_TEXT' });
    expect(questionnaire.locale).toBe('en');
  });

  it('is the same version in every process', async () => {
    const second = await openSecond();

    const [here, there] = await Promise.all([
      lab.anyone().data<Answer>(QUESTIONS),
      second.anyone().data<Answer>(QUESTIONS),
    ]);

    expect(there).toEqual(here);
  });

  it.each(['cy', 'ar'])('asks every default question in %s', async (locale) => {
    const { questionnaire: english } = await lab.anyone().data<Answer>(QUESTIONS);

    const { questionnaire } = await lab.anyone().data<Answer>(QUESTIONS, { locale });

    expect(questionnaire.locale).toBe(locale);
    expect(questionnaire.questions.map(({ id }) => id)).toEqual(english.questions.map(({ id }) => id));
    for (const question of questionnaire.questions) expect(question.locale).toBe(locale);
  });

  it('asks a question that is not whole in a language as a whole in the first one', async () => {
    const choices = [{ id: 'yes', text: { en: 'Yes', cy: 'Ydy' } }];
    const half = {
      id: 'half',
      kind: 'ONE_CHOICE',
      text: { en: 'Half?', cy: 'Hanner?' },
      hint: { en: 'Why' },
      choices,
    };
    await lab.dataSource.query('UPDATE questionnaire_version SET content = $1', [
      JSON.stringify({ questions: [half] }),
    ]);
    const second = await openSecond();

    const { questionnaire } = await second.anyone().data<Answer>(QUESTIONS, { locale: 'cy' });

    expect(questionnaire).toMatchObject({
      locale: 'en',
      questions: [{ locale: 'en', text: 'Half?', hint: 'Why', choices: [{ text: 'Yes' }] }],
    });
  });

  it.each(['fr', '__proto__', 'constructor', 'toString', ''])(
    'has a text for everything in %j, because what it lacks falls back to English',
    async (locale) => {
      const english = await lab.anyone().data<Answer>(QUESTIONS, { locale: 'en' });

      const { questionnaire } = await lab.anyone().data<Answer>(QUESTIONS, { locale });

      expect(questionnaire.questions).toEqual(english.questionnaire.questions);
    },
  );

  it('shows a version once another became current, and still knows the old one', async () => {
    const { questionnaire: old } = await lab.anyone().data<Answer>(QUESTIONS);
    const version = randomUUID();
    const question = { id: 'new', kind: 'SHORT_TEXT', text: { en: 'New?', cy: 'Newydd?' } };
    await lab.dataSource.query('UPDATE questionnaire_version SET is_current = false');
    await lab.dataSource.query(
      `INSERT INTO questionnaire_version (id, is_current, published_on, number, content) VALUES ($1, true, '2026-01-01', 2, $2)`,
      [version, JSON.stringify({ questions: [question] })],
    );
    const second = await openSecond();

    const { questionnaire } = await second.anyone().data<Answer>(QUESTIONS, { locale: 'cy' });
    const asked = (named: string) => second.anyone().data<Answer>(VERSION, { locale: 'en', version: named });

    expect(questionnaire).toMatchObject({ version, questions: [{ id: 'new', text: 'Newydd?' }] });
    expect((await asked(old.version)).questionnaire).toEqual(old);
    for (const unknown of [randomUUID(), 'x', '\u0000', '']) {
      expect((await asked(unknown)).questionnaire.version).toBe(version);
    }
  });
});

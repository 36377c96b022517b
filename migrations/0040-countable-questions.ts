import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks which of the questions that came with the program may be counted, in every version that asked them. */
export class CountableQuestions1700000000040 implements MigrationInterface {
  readonly name = 'CountableQuestions1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      inEachQuestion(`
      CASE
        WHEN question ->> 'kind' NOT IN ('ONE_CHOICE', 'MANY_CHOICES') THEN question
        WHEN question ->> 'id' = 'kinds' THEN question || '{"isCountable": true, "isCategory": true}'
        WHEN question ->> 'id' IN ('where', 'who', 'reporter-role') THEN question || '{"isCountable": true}'
        ELSE question
      END`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(inEachQuestion(`question - 'isCountable' - 'isCategory'`));
  }
}

/** Changes every question of every version; a version without any stays as it is. */
function inEachQuestion(change: string): string {
  return `
    UPDATE questionnaire_version
    SET content = jsonb_set(content, '{questions}', (
      SELECT jsonb_agg(${change} ORDER BY place)
      FROM jsonb_array_elements(content -> 'questions') WITH ORDINALITY AS each(question, place)
    ))
    WHERE jsonb_typeof(content -> 'questions') = 'array' AND content -> 'questions' <> '[]'`;
}

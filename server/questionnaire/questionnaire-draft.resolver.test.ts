import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { GraphQLClient } from '../testing/graphql-client.ts';
import { QUESTIONS } from '../testing/operations.ts';
import {
  PUBLISH_QUESTIONNAIRE,
  QUESTIONNAIRE_DRAFT,
  QUESTIONNAIRE_VERSION,
  QUESTIONNAIRE_VERSIONS,
  SAVE_QUESTIONNAIRE,
} from '../testing/questionnaire-operations.ts';
import { useTestServer } from '../testing/test-server.ts';
import { draftOf, en, monthQuestion, publish, revisionIn, save } from './testing/draft.ts';

describe('the draft of the questions', () => {
  const lab = useTestServer();

  async function begun() {
    const morgan = await lab.seed.firstAdministrator();
    return { morgan, draft: await draftOf(morgan) };
  }

  it('begins as what is asked now, and looking at it stores nothing', async () => {
    const { morgan, draft } = await begun();

    const { questionnaire } = await lab
      .anyone()
      .data<{ questionnaire: { version: string; questions: { id: string }[] } }>(QUESTIONS);
    expect(draft).toMatchObject({
      revision: questionnaire.version,
      isChanged: false,
      savedBy: null,
      faults: [],
      namingRisks: [],
    });
    expect(draft.questions.map(({ id }) => id)).toEqual(questionnaire.questions.map(({ id }) => id));
    expect(draft.questions.filter(({ isCountable }) => isCountable).map(({ id }) => id)).toEqual([
      'kinds',
      'where',
      'who',
      'reporter-role',
    ]);
    expect(await draftOf(morgan)).toEqual(draft);
  });

  it('comes back as it was saved, every part of it', async () => {
    const { morgan, draft } = await begun();
    const unchanged = await save(morgan, draft.revision, draft.questions);

    const saved = await save(morgan, revisionIn(unchanged), [
      ...draft.questions,
      monthQuestion({ hint: en('Why') }),
    ]);

    expect(unchanged).toMatchObject({ draft: { isChanged: false, questions: draft.questions } });
    expect(saved).toMatchObject({
      __typename: 'QuestionnaireDraftSaved',
      draft: { isChanged: true, savedBy: 'Morgan Ellis' },
    });
    expect(await draftOf(morgan)).toEqual(saved['draft']);
    const written = "SELECT caseworker_name, details FROM audit_entry WHERE act = 'QUESTIONS_DRAFTED'";
    const entry = { caseworker_name: 'Morgan Ellis', details: '{}' };
    expect(await lab.dataSource.query(written)).toEqual([entry, entry]);
  });

  it('keeps what is not whole yet, says what is lacking, and is not published', async () => {
    const { morgan, draft } = await begun();
    const half = monthQuestion({ text: [{ locale: 'cy', text: 'Pryd?' }] });

    const saved = await save(morgan, draft.revision, [half]);
    const outcome = await publish(morgan, revisionIn(saved));

    expect(saved).toMatchObject({ draft: { faults: [{ question: half.id, reason: 'TEXT_MISSING' }] } });
    expect(outcome).toMatchObject({
      __typename: 'QuestionnaireNotReady',
      faults: [{ reason: 'TEXT_MISSING' }],
    });
    expect(await morgan.data(QUESTIONNAIRE_VERSIONS)).toMatchObject({
      questionnaireVersions: [{ number: 1 }],
    });
  });

  it('warns of choices that could point at somebody, and publishes them all the same', async () => {
    const { morgan, draft } = await begun();
    const choices = [
      { id: 'x', text: en('Dr Smith') },
      { id: 'y', text: en('Somebody else') },
    ];
    const question = { id: randomUUID(), kind: 'ONE_CHOICE', text: en('Who?'), choices };

    const saved = await save(morgan, draft.revision, [question]);

    expect(saved).toMatchObject({
      draft: { namingRisks: [{ question: question.id, choice: 'x', locale: 'en', reason: 'PERSON' }] },
    });
    expect(await publish(morgan, revisionIn(saved))).toMatchObject({ __typename: 'QuestionnairePublished' });
  });

  it('takes the first of two saves at once, and tells the second', async () => {
    const { morgan, draft } = await begun();

    const outcomes = await Promise.all(
      ['One?', 'Two?'].map((text) => save(morgan, draft.revision, [monthQuestion({ text: en(text) })])),
    );

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'QuestionnaireDraftMovedOn',
      'QuestionnaireDraftSaved',
    ]);
    const kept = outcomes.find(({ __typename }) => __typename === 'QuestionnaireDraftSaved');
    expect(await draftOf(morgan)).toEqual(kept?.['draft']);
  });

  it('knows a save that is tried again, and does not take its revision for other questions', async () => {
    const { morgan, draft } = await begun();
    const [revision, questions] = [randomUUID(), [monthQuestion()]];
    const once = await save(morgan, draft.revision, questions, revision);

    const again = await save(morgan, draft.revision, questions, revision);
    const other = await save(morgan, draft.revision, [monthQuestion()], revision);
    const otherStill = await save(morgan, revision, [monthQuestion()], revision);

    expect(again).toEqual(once);
    expect([other, otherStill].map(({ __typename }) => __typename)).toEqual([
      'QuestionnaireDraftMovedOn',
      'QuestionnaireDraftMovedOn',
    ]);
  });

  it('does not save over what was published meanwhile', async () => {
    const { morgan, draft } = await begun();
    const saved = await save(morgan, draft.revision, [monthQuestion()]);
    await publish(morgan, revisionIn(saved));

    const outcomes = await Promise.all(
      [draft.revision, randomUUID()].map((basedOn) => save(morgan, basedOn, [monthQuestion()])),
    );

    expect(outcomes.map(({ __typename }) => __typename)).toEqual([
      'QuestionnaireDraftMovedOn',
      'QuestionnaireDraftMovedOn',
    ]);
    expect(await draftOf(morgan)).toMatchObject({
      revision: revisionIn(saved),
      isChanged: false,
      savedBy: null,
    });
  });

  it.each<[string, object]>([
    ['an id that is none', { id: 'mine' }],
    ['a choice with an id that is none', { kind: 'ONE_CHOICE', choices: [{ id: '\u0000', text: en('x') }] }],
    ['a branch to what cannot be an id', { shownWhen: { question: '\u0000', anyOf: ['\u0000'] } }],
    ['a language that is none', { text: [{ locale: '__proto__', text: 'When?' }] }],
  ])('is not kept with %s', async (_, change) => {
    const { morgan, draft } = await begun();

    const outcome = await save(morgan, draft.revision, [monthQuestion(change)]);

    expect(outcome).toMatchObject({ __typename: 'InvalidQuestionnaireDraft', message: expect.any(String) });
    expect(await draftOf(morgan)).toEqual(draft);
  });

  it.each<[string, object]>([
    ['a text beyond all measure', { text: en('x'.repeat(10_001)) }],
    ['a kind that there is not', { kind: 'DRAWING' }],
    ['no text at all', { text: null }],
  ])('is no input with %s', async (_, change) => {
    const { morgan, draft } = await begun();

    const codes = await morgan.errorCodes(SAVE_QUESTIONNAIRE, {
      input: { basedOn: draft.revision, revision: randomUUID(), questions: [monthQuestion(change)] },
    });

    expect(codes).toEqual(['BAD_USER_INPUT']);
  });

  it.each<[string, () => Promise<GraphQLClient>, string]>([
    ['nobody', async () => lab.stranger(), 'UNAUTHENTICATED'],
    ['a caseworker', () => lab.seed.colleague(), 'FORBIDDEN'],
  ])('is not for %s', async (_, who, code) => {
    await lab.seed.firstAdministrator();
    const client = await who();

    const codes = await Promise.all([
      client.errorCodes(QUESTIONNAIRE_DRAFT),
      client.errorCodes(QUESTIONNAIRE_VERSIONS),
      client.errorCodes(QUESTIONNAIRE_VERSION, { id: randomUUID() }),
      client.errorCodes(SAVE_QUESTIONNAIRE, {
        input: { basedOn: 'x', revision: randomUUID(), questions: [] },
      }),
      client.errorCodes(PUBLISH_QUESTIONNAIRE, { revision: randomUUID() }),
    ]);

    expect(codes).toEqual(Array(5).fill([code]));
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CASE, QUESTIONS, SUBMIT } from '../testing/operations.ts';
import {
  ASKED_DRAFT,
  ASKED_VERSION,
  QUESTIONNAIRE_VERSION,
  QUESTIONNAIRE_VERSIONS,
} from '../testing/questionnaire-operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';
import { draftOf, en, monthQuestion, publish, type Question, revisionIn, save } from './testing/draft.ts';

describe('publishing questions', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  async function begun() {
    const morgan = await lab.seed.firstAdministrator();
    return { morgan, draft: await draftOf(morgan) };
  }

  it('is asked from the moment it is published, in every process, and once however often that is asked for', async () => {
    const { morgan, draft } = await begun();
    const second = await openSecond();
    await second.anyone().data(QUESTIONS);
    const question = monthQuestion();
    const revision = revisionIn(await save(morgan, draft.revision, [question]));

    const outcomes = await Promise.all([1, 2, 3].map(() => publish(morgan, revision)));
    const again = await publish(morgan, revision);

    const version = { id: revision, number: 2, publishedBy: 'Morgan Ellis', isCurrent: true };
    for (const outcome of [...outcomes, again])
      expect(outcome).toMatchObject({ __typename: 'QuestionnairePublished', version });
    expect(await lab.anyone().data(QUESTIONS)).toMatchObject({
      questionnaire: { version: revision, questions: [{ id: question.id }] },
    });
    const until = Date.now() + 2_000;
    let there = '';
    while (there !== revision && Date.now() < until) {
      there = (await second.anyone().data<{ questionnaire: { version: string } }>(QUESTIONS)).questionnaire
        .version;
    }
    expect(there).toBe(revision);
    const written = "SELECT caseworker_name, object FROM audit_entry WHERE act = 'QUESTIONS_PUBLISHED'";
    expect(await lab.dataSource.query(written)).toEqual([
      { caseworker_name: 'Morgan Ellis', object: 'Version 2' },
    ]);
    expect(await morgan.data(QUESTIONNAIRE_VERSIONS)).toMatchObject({
      questionnaireVersions: [version, { number: 1, publishedBy: null, isCurrent: false }],
    });
  });

  it('is published only as it was looked at, and only where something changed', async () => {
    const { morgan, draft } = await begun();
    const looked = revisionIn(await save(morgan, draft.revision, draft.questions));
    const unchanged = await publish(morgan, looked);
    await save(morgan, looked, [monthQuestion()]);

    const outcomes = await Promise.all(
      [looked, randomUUID(), 'x', '\u0000'].map((revision) => publish(morgan, revision)),
    );

    expect(unchanged).toMatchObject({ __typename: 'QuestionnaireNotReady', faults: [] });
    expect(outcomes.map(({ __typename }) => __typename)).toEqual(Array(4).fill('QuestionnaireDraftMovedOn'));
  });

  it('lets reports be sent with the version they were begun with, and shows them with its words', async () => {
    const { morgan, draft } = await begun();
    const input = await lab.seed.reportInput('before');
    const revision = revisionIn(await save(morgan, draft.revision, [monthQuestion()]));
    await publish(morgan, revision);

    const outcome = await lab.anyone().outcome(SUBMIT, { input });

    expect(outcome).toMatchObject({ __typename: 'ReportSubmitted' });
    const [caseId] = await lab.seed.caseIds(morgan);
    const { case: opened } = await morgan.data<{ case: object }>(CASE, { id: caseId });
    expect(opened).toMatchObject({ answers: [{ questionText: 'What happened?', text: 'before' }, {}, {}] });
  });

  it('gives an id to one question for ever', async () => {
    const { morgan, draft } = await begun();
    const gone = await save(morgan, draft.revision, [monthQuestion()]);
    await publish(morgan, revisionIn(gone));

    const saved = await save(morgan, revisionIn(gone), [monthQuestion({ id: 'where' })]);

    expect(saved).toMatchObject({ draft: { faults: [{ question: 'where', reason: 'ID_TAKEN' }] } });
    expect(await publish(morgan, revisionIn(saved))).toMatchObject({ __typename: 'QuestionnaireNotReady' });
  });

  it('can be begun again from an earlier version', async () => {
    const { morgan, draft } = await begun();
    const gone = await save(morgan, draft.revision, [monthQuestion()]);
    await publish(morgan, revisionIn(gone));
    const old = await morgan.data<{ questionnaireVersion: { questions: Question[] } }>(
      QUESTIONNAIRE_VERSION,
      { id: draft.revision },
    );

    const saved = await save(morgan, revisionIn(gone), draft.questions);

    expect(old.questionnaireVersion.questions.map(({ id }) => id)).toEqual(
      draft.questions.map(({ id }) => id),
    );
    expect(await publish(morgan, revisionIn(saved))).toMatchObject({ version: { number: 3 } });
    expect(await morgan.data(QUESTIONNAIRE_VERSION, { id: 'x' })).toEqual({ questionnaireVersion: null });
  });

  it('is shown as reporters would get it, before it is published as after', async () => {
    const { morgan, draft } = await begun();
    const whole = monthQuestion({ text: [...en('When?'), { locale: 'cy', text: 'Pryd?' }] });
    const half = monthQuestion({ text: [...en('Until?'), { locale: 'cy', text: 'Tan?' }], hint: en('Why') });
    const revision = revisionIn(await save(morgan, draft.revision, [whole, half]));

    const before = await morgan.data(ASKED_DRAFT, { locale: 'cy' });
    await publish(morgan, revision);
    const after = await morgan.data(ASKED_VERSION, { id: revision, locale: 'cy' });

    const asked = [
      { id: whole.id, locale: 'cy', text: 'Pryd?' },
      { id: half.id, locale: 'en', text: 'Until?' },
    ];
    expect(before).toEqual({ questionnaireDraft: { asked } });
    expect(after).toEqual({ questionnaireVersion: { asked } });
    const { questionnaire } = await lab
      .anyone()
      .data<{ questionnaire: { questions: object[] } }>(QUESTIONS, { locale: 'cy' });
    expect(questionnaire.questions).toMatchObject(asked);
  });
});

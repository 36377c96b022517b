import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../server/testing/eventually.ts';
import type { GraphQLClient } from '../../server/testing/graphql-client.ts';
import { CASE } from '../../server/testing/operations.ts';
import {
  PUBLISH_QUESTIONNAIRE,
  QUESTIONNAIRE_DRAFT,
  SAVE_QUESTIONNAIRE,
} from '../../server/testing/questionnaire-operations.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

/** Publishes one question in place of all others. */
async function publishInstead(administrator: GraphQLClient, text: string): Promise<void> {
  const { questionnaireDraft } = await administrator.data<{ questionnaireDraft: { revision: string } }>(
    QUESTIONNAIRE_DRAFT,
  );
  const revision = randomUUID();
  const questions = [
    { id: randomUUID(), kind: 'LONG_TEXT', maxLength: 1_000, text: [{ locale: 'en', text }] },
  ];
  const input = { basedOn: questionnaireDraft.revision, revision, questions };
  await administrator.outcome(SAVE_QUESTIONNAIRE, { input });
  const outcome = await administrator.outcome(PUBLISH_QUESTIONNAIRE, { revision });
  if (outcome.__typename !== 'QuestionnairePublished') throw new Error(outcome.__typename);
}

describe('questions that are published anew', () => {
  const lab = usePortal();
  const visit = useBrowser();

  it('take nothing from somebody who is answering: they go on with theirs, and send them', async () => {
    const morgan = await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    await person.open('/report');
    await person.press('Start');
    await person.write('What happened?', 'Begun before.');
    await person.press('Continue');
    await person.pick('Bullying');

    await publishInstead(morgan, 'What took place?');
    await person.press('Continue');
    expect(await person.heading()).toBe('Did it have to do with any of these?');
    await person.skipTo('Do you want to be able to get messages');
    await person.pick('No, send without messages');
    await person.press('Continue');
    await person.press('Send report');

    expect(await person.heading()).toBe('Your report has been sent');
    const [caseId] = await lab.server.seed.caseIds(morgan);
    const { case: opened } = await morgan.data<{ case: object }>(CASE, { id: caseId });
    expect(opened).toMatchObject({
      answers: [
        { questionText: 'What happened?', text: 'Begun before.' },
        { questionText: 'Is it any of these?', choices: ['Bullying'] },
      ],
    });
  });

  it('are asked whoever begins after that, without a restart', async () => {
    const morgan = await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    await person.open('/report');
    await publishInstead(morgan, 'What took place?');

    await eventually(async () => {
      await person.open('/report');
      await person.press('Start');
      return (await person.heading()) === 'What took place?';
    });

    expect(await person.words()).not.toContain('What happened?');
  });
});

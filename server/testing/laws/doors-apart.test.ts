import { randomUUID } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { GraphQLClient } from '../graphql-client.ts';
import { CASES, LOG_IN, OPT_IN, QUESTIONNAIRE, REPLIED, REPLY, SEND, SUBMIT } from '../operations.ts';
import { launchServer } from '../server-child.ts';
import { useDataDir } from '../temporary-folder.ts';
import { createEmptyDatabase } from '../test-database.ts';
import { firstAdministrator } from './honest-clients.ts';

jest.setTimeout(90_000); // 90 seconds: a database is created

describe('a process for each door', () => {
  const dataDir = useDataDir();
  const message = () => ({ idempotencyKey: randomUUID(), text: 'words' });

  it('shares an empty database from the same moment on, pushes what the other one stores, and outlives it', async () => {
    const { url } = await createEmptyDatabase('apart');
    const env = { DATABASE_URL: url, DATA_DIR: dataDir.path };

    const reporters = launchServer({ ...env, LISTENERS: 'public' });
    const staff = launchServer({ ...env, LISTENERS: 'staff' });
    const [, publicUrl = ''] = await reporters.says(/^ {2}Reporters +(\S+)$/m);
    const [, staffUrl = ''] = await staff.says(/^ {2}Caseworkers +(\S+)$/m);
    const caseworker = await firstAdministrator(staffUrl, staff.out());
    const reporter = await somebodyWhoReported(publicUrl);
    const open = await reporter.follow(REPLIED);
    await open.heardSoFar();
    const { cases } = await caseworker.data<{ cases: { edges: { node: { id: string } }[] } }>(CASES);
    const caseId = cases.edges[0]?.node.id;
    const reply = await caseworker.outcome(REPLY, { input: { caseId, ...message() } });
    const pushed = await open.hear('next');
    staff.kill('SIGTERM');
    const ending = await staff.ended;
    const afterwards = await reporter.outcome(SEND, { input: message() });

    expect([reply.__typename, ending, afterwards.__typename]).toEqual(['ReplySent', 0, 'MessageSent']);
    expect(pushed.payload).toMatchObject({ data: { caseworkerReplied: { seq: 1, text: 'words' } } });
    expect(reporters.out()).not.toMatch(/Caseworkers|welcome#/);
    expect(staff.out()).not.toMatch(/Reporters/);
    expect([reporters.err(), staff.err()]).toEqual(['', '']);
    reporters.kill('SIGTERM');
    expect(await reporters.ended).toBe(0);
  });

  async function somebodyWhoReported(publicUrl: string): Promise<GraphQLClient> {
    const anyone = new GraphQLClient(publicUrl);
    const { questionnaire } = await anyone.data<{ questionnaire: { version: string } }>(QUESTIONNAIRE);
    const { code, enrolment } = await anyone.outcome(OPT_IN);
    const input = {
      idempotencyKey: randomUUID(),
      questionnaireVersion: questionnaire.version,
      locale: 'en',
      answers: [{ question: 'what-happened', text: 'words' }],
      enrolment,
    };
    const { __typename } = await anyone.outcome(SUBMIT, { input });
    if (__typename !== 'ReportSubmitted') throw new Error(__typename);
    const { token } = await anyone.outcome(LOG_IN, { code });
    return anyone.withToken(String(token));
  }
});

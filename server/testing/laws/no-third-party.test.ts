import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { GraphQLClient } from '../graphql-client.ts';
import { ACCEPT, INBOX_CHANGED, LOG_IN, MY_REPORT, OPT_IN, QUESTIONNAIRE, SUBMIT } from '../operations.ts';
import { openServer } from '../server-child.ts';
import { useDataDir } from '../temporary-folder.ts';

describe('the running server', () => {
  const dataDir = useDataDir();

  it('reaches for nothing but its database, whatever is in its environment', async () => {
    const probe = new URL('./outgoing-probe.mjs', import.meta.url).href;
    const { child, publicUrl, staffUrl } = await openServer({
      DATA_DIR: dataDir.path,
      NODE_OPTIONS: `--import ${probe}`,
      // Each of these makes some library call home.
      APOLLO_KEY: 'service:canary:key',
      APOLLO_GRAPH_REF: 'canary@current',
      APOLLO_SCHEMA_REPORTING: 'true',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://192.0.2.1:4318',
      NODE_ENV: 'production',
    });
    const [, token] = /\/welcome#(\S+)/.exec(child.out()) ?? [];
    const caseworker = new GraphQLClient(staffUrl);
    const newcomer = { name: 'Morgan', email: 'm@example.ac.uk', password: 'otter violin monday lamp' };

    await caseworker.outcome(ACCEPT, { input: { token, ...newcomer } });
    const inbox = await caseworker.follow(INBOX_CHANGED);
    const reporter = new GraphQLClient(publicUrl);
    const { questionnaire } = await reporter.data<{ questionnaire: { version: string } }>(QUESTIONNAIRE);
    const offer = await reporter.outcome(OPT_IN);
    const input = {
      idempotencyKey: 'k'.repeat(32),
      questionnaireVersion: questionnaire.version,
      locale: 'en',
      answers: [{ question: 'what-happened', text: 'words' }],
      enrolment: offer['enrolment'],
    };
    await reporter.outcome(SUBMIT, { input });
    const session = await reporter.outcome(LOG_IN, { code: offer['code'] });
    await reporter.withToken(String(session['token'])).data(MY_REPORT);
    await inbox.event();
    for (const url of [publicUrl, staffUrl]) expect((await fetch(url)).status).toBe(200);
    await reporter.send('query { nothing }');
    child.kill('SIGTERM');
    expect(await child.ended).toBe(0);

    const reached = new Set([...child.err().matchAll(/^PROBE (.*)$/gm)].map(([, what]) => what));
    const port = (await readFile(join(dataDir.path, 'database', 'port'), 'utf8')).trim();
    expect([...reached]).toEqual([`tcp 127.0.0.1:${port}`]);
  }, 60_000);
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useDatabaseProxies } from '../database-proxy.ts';
import { GraphQLClient } from '../graphql-client.ts';
import { CASE, LOG_IN, LOG_OUT, MARK_READ, MY_REPORT, REPLIED, REPLY, SEND } from '../operations.ts';
import { useSecondServers } from '../second-server.ts';
import { SocketClient } from '../socket-client.ts';
import { useTestServer } from '../test-server.ts';

/** Everything that an outsider could tell two answers apart by, but for the time. */
interface Told {
  readonly answer: string;
  readonly statements: readonly string[];
  readonly argon2Runs: number;
}

describe('what an outsider learns', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();

  async function listening() {
    const proxy = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: proxy.url, directUrl: lab.databaseUrl });
    const told = async (client: GraphQLClient, query: string, variables: object = {}): Promise<Told> => {
      let answer = '';
      const runs = server.argon2Runs();
      const statements = await proxy.heardDuring(async () => {
        const response = await client.post({ query, variables });
        const headers = [...response.headers].filter(([name]) => name !== 'date');
        answer = `${response.status} ${JSON.stringify(headers)} ${await response.text()}`;
      });
      return { answer, statements, argon2Runs: server.argon2Runs() - runs };
    };
    // What is read once a second or once at all is read now.
    await server.anyone().data(MY_REPORT);
    return { server, told, proxy };
  }

  it('nothing of a code: unknown, closed and deleted get the same bytes after the same work', async () => {
    await lab.seed.firstAdministrator();
    const { server, told } = await listening();
    const deleted = await lab.seed.deletedReport();
    const codes = [
      lab.seed.unusedCode(),
      lab.seed.unusedCode(),
      deleted,
      await lab.seed.closedConversation(),
    ];

    const all: Told[] = [];
    for (const code of codes) all.push(await told(server.anyone(), LOG_IN, { code }));

    expect(all[0]).toMatchObject({ answer: expect.stringContaining('CodeNotRecognised'), argon2Runs: 1 });
    expect(all[0]?.statements).toHaveLength(1);
    for (const each of all) expect(each).toEqual(all[0]);
  });

  it('nothing of a token: unknown, logged out, expired and of a deleted report are the same', async () => {
    await lab.seed.firstAdministrator();
    const { server, told } = await listening();
    const [ended, expired, deleted] = await Promise.all(
      ['a', 'b', 'c'].map(async (words) => lab.seed.reporter((await lab.seed.report(words)).code)),
    );
    await ended?.client.data(LOG_OUT);
    await lab.dataSource.query(
      "UPDATE reporter_session SET idle_until = '2026-01-01T00:00Z' WHERE token_hash = sha256($1)",
      [Buffer.from(expired?.token ?? '')],
    );
    await lab.dataSource.query(
      'DELETE FROM case_file WHERE id IN (SELECT case_id FROM conversation c JOIN reporter_session s ON s.conversation_id = c.id WHERE token_hash = sha256($1))',
      [Buffer.from(deleted?.token ?? '')],
    );
    const tokens = ['A'.repeat(43), ended?.token, expired?.token, deleted?.token].map(String);
    const input = { idempotencyKey: randomUUID(), text: 'words' };

    for (const [query, variables] of [
      [MY_REPORT, {}],
      [SEND, { input }],
    ] as const) {
      const all: Told[] = [];
      for (const token of tokens) all.push(await told(server.anyone().withToken(token), query, variables));
      for (const each of all) expect(each).toEqual(all[0]);
      expect(all[0]?.statements).toHaveLength(1);
    }
    for (const token of tokens) {
      await expect(server.anyone().withToken(token).follow(REPLIED)).rejects.toThrow('closed: 4403');
    }
  });

  it('nothing of cases: those of others and those that do not exist are the same', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    await lab.seed.report('words');
    const [id] = await lab.seed.caseIds(caseworker);
    const { server, told } = await listening();
    const colleague = withCookies(server.staffUrl, await lab.seed.colleague());
    const asks: [string, (id: unknown) => object][] = [
      [CASE, (each) => ({ id: each })],
      [MARK_READ, (each) => ({ caseId: each, upToSeq: 1 })],
      [REPLY, (each) => ({ input: { caseId: each, idempotencyKey: randomUUID(), text: 'words' } })],
      [REPLY, (each) => ({ input: { caseId: each, idempotencyKey: randomUUID(), text: '' } })],
    ];
    await colleague.data('{ me { name } }');

    for (const [query, variables] of asks) {
      const others = await told(colleague, query, variables(id));
      const nobodys = await told(colleague, query, variables(randomUUID()));

      expect(others).toEqual(nobodys);
      expect(others.answer).not.toContain('INTERNAL');
    }
  });

  it('nothing of sockets without a session: whoever subscribes gets one answer', async () => {
    await lab.seed.firstAdministrator();
    await lab.seed.report('words');

    const heard: string[] = [];
    for (const afterSeq of [0, 1, 2 ** 31 - 1]) {
      const socket = await SocketClient.ready(lab.publicUrl);
      socket.subscribe('1', REPLIED, { afterSeq });
      await socket.next();
      heard.push(socket.heard.join());
    }

    expect(heard).toEqual([heard[0], heard[0], heard[0]]);
    expect(heard[0]).toContain('UNAUTHENTICATED');
  });
});

function withCookies(url: string, client: GraphQLClient): GraphQLClient {
  const same = new GraphQLClient(url);
  for (const [name, value] of client.cookies) same.cookies.set(name, value);
  return same;
}

import { describe, expect, it } from '@jest/globals';
import { parse, type TypedQueryDocumentNode } from 'graphql';
import { openLog } from '../shared/log.ts';
import { Callers } from './callers.ts';
import { executeInProcess } from './in-process.ts';
import { Operations } from './operations.ts';
import { Origins } from './origins.ts';
import { GOOD_TOKEN, TestDoor } from './testing/test-door.ts';

const CANARY = 'canary-c410';

async function setUp() {
  const lines: string[] = [];
  const door = new TestDoor();
  const log = openLog('debug', { write: (line) => void lines.push(line) });
  const operations = new Operations(door, log, false);
  await operations.start();
  const parts = { door, operations, origins: new Origins(null, []), callers: new Callers(false) };
  return { door, log: () => lines.join(''), execute: executeInProcess(parts, 'this caller') };
}

function document<Result, Variables = Record<string, never>>(source: string) {
  return parse(source) as TypedQueryDocumentNode<Result, Variables>;
}

describe('execution in process', () => {
  it('answers a query with its data', async () => {
    const { execute } = await setUp();

    const answer = await execute(
      document<{ hello: string }, { name: string }>('query ($name: String) { hello(name: $name) }'),
      {
        name: 'you',
      },
    );

    expect(answer).toEqual({ data: { hello: 'Hello you' } });
  });

  it('knows the reporter by the token, and the caller by whose page it is', async () => {
    const { execute } = await setUp();
    const who = document('{ viewer caller }');

    const answers = await Promise.all([
      execute(who, {}, { token: GOOD_TOKEN }),
      execute(who, {}, { token: null }),
      execute(who, {}),
    ]);

    expect(answers.map((answer) => answer.data)).toEqual([
      { viewer: 'reporter', caller: 'this caller' },
      { viewer: 'anyone', caller: 'this caller' },
      { viewer: 'anyone', caller: 'this caller' },
    ]);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['a field that does not exist', '{ helo }', {}],
    ['two root fields in a mutation', 'mutation { signIn signOut }', {}],
    ['a subscription', 'subscription { forever }', {}],
    ['introspection', '{ __schema { types { name } } }', {}],
    [
      'a variable of the wrong type',
      'mutation ($i: ReportInput!) { submit(input: $i) }',
      { i: { text: [CANARY] } },
    ],
    [
      'variables longer than a request over HTTP may be',
      'mutation ($i: ReportInput!) { submit(input: $i) }',
      { i: { text: CANARY.repeat(20_000) } },
    ],
  ])('refuses %s as HTTP does', async (_, source, variables) => {
    const { execute, door, log } = await setUp();

    const answer = await execute(document<unknown, Record<string, unknown>>(source), variables);

    expect(answer.errors?.[0]).toMatchObject({
      message: 'The request does not fit this service.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(JSON.stringify(answer) + log()).not.toContain(CANARY);
    expect(door.resolved).toEqual([]);
  });

  it('masks what a resolver throws', async () => {
    const { execute, log } = await setUp();

    const answer = await execute(document<unknown, { t: string }>('query ($t: String) { boom(text: $t) }'), {
      t: CANARY,
    });

    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(answer) + log()).not.toContain(CANARY);
  });

  it('answers with an error instead of throwing when nobody can be looked up', async () => {
    const { execute, door, log } = await setUp();
    door.identifyFault = new Error(CANARY);

    const answer = await execute(document('{ hello }'), {}, { token: GOOD_TOKEN });

    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(log()).toContain('incident');
    expect(log()).not.toContain(CANARY);
  });
});

import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { ALLOWANCES } from '../../http/limits.ts';
import { type OperationLimits, PUBLIC_LIMITS, STAFF_LIMITS } from '../../http/operation-limits.ts';
import { SOCKET_LIMITS } from '../../http/socket-limits.ts';
import { LONGEST_MESSAGE } from '../../messaging/message-text.service.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../staff/password-policy.ts';
import { useTestServer } from '../test-server.ts';
import { readDocument, tableUnder, unquoted } from './markdown.ts';
import { runDocument } from './shell-story.ts';
import { withoutChance } from './told-answer.ts';

describe('the journey of docs/api.md', () => {
  // The time it is: curl takes a cookie for over whose end lies before it.
  const lab = useTestServer(() => new Date());

  it('runs from the first command to the last, and every answer is as it is shown', async () => {
    const link = lab.app.firstAdministratorLink;
    const env = {
      PUBLIC: lab.publicUrl,
      STAFF: lab.staffUrl,
      LINK: link && 'url' in link ? link.url : '',
    };

    const commands = await runDocument(await readDocument('docs/api.md'), env);

    const told = commands.flatMap(({ command, said, shown }) => (shown ? [{ command, said, shown }] : []));
    expect(told.length).toBeGreaterThan(20);
    for (const { command, said, shown } of told) {
      const read = (text: string) =>
        shown.language === 'json' ? withoutChance(JSON.parse(text)) : text.trim();
      expect({ line: command.line, answer: read(said) }).toEqual({
        line: command.line,
        answer: read(shown.text),
      });
    }
  }, 90_000);
});

describe('the reference of docs/api.md', () => {
  it('names every operation that there is, and no other', async () => {
    const document = await readDocument('docs/api.md');
    const schema = buildSchema(await readDocument('schema.graphql'));

    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const there = roots.flatMap((root) => Object.keys(root?.getFields() ?? {}));
    const named = tableUnder(document, 'operation', 'door', 'needs', 'answers').map(({ operation = '' }) =>
      unquoted(operation),
    );

    expect(named.sort()).toEqual(there.sort());
  });

  it('names every member of every result', async () => {
    const document = await readDocument('docs/api.md');
    const schema = buildSchema(await readDocument('schema.graphql'));
    const fields = Object.values(schema.getMutationType()?.getFields() ?? {});

    for (const row of tableUnder(document, 'operation', 'door', 'needs', 'answers')) {
      const name = unquoted(row['operation'] ?? '');
      const result = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Result`);
      if (!fields.some((field) => field.name === name) || !result || !('getTypes' in result)) continue;
      const told = [...(row['answers'] ?? '').matchAll(/`(\w+)`/g)].map(([, member]) => member);
      expect(told.sort()).toEqual(result.getTypes().map(String).sort());
    }
  });

  it('tells the limits of one operation as they are', async () => {
    const rows = tableUnder(await readDocument('docs/api.md'), 'what', 'public door', 'staff door');

    const told = rows.map((row) => [Number(row['public door']), Number(row['staff door'])]);
    const limits: (keyof OperationLimits)[] = [
      'bytes',
      'tokens',
      'depth',
      'fields',
      'aliases',
      'duplicates',
      'directives',
      'rootFields',
      'variableValues',
      'variableDepth',
    ];

    expect(told).toEqual(limits.map((limit) => [PUBLIC_LIMITS[limit], STAFF_LIMITS[limit]]));
  });

  it('tells the allowances of callers as they are', async () => {
    const heads = ['act', 'one caller, at once', 'one caller, a second', 'all, at once', 'all, a second'];
    const rows = tableUnder(await readDocument('docs/api.md'), ...heads);

    const told = rows.map((row) => [
      unquoted(row['act'] ?? ''),
      ...heads.slice(1).map((head) => Number(row[head])),
    ]);

    expect(told).toEqual(
      Object.entries(ALLOWANCES).map(([act, { each, all }]) => [
        act,
        each.burst,
        each.perSecond,
        all.burst,
        all.perSecond,
      ]),
    );
  });

  it('tells the limits of sockets as they are', async () => {
    const rows = tableUnder(await readDocument('docs/api.md'), 'what', 'limit');
    const { all, perCaller, operations, frameBytes, messages } = SOCKET_LIMITS;

    const told = rows.map(({ limit }) => Number(limit));

    expect(told).toEqual([all, perCaller, operations, frameBytes, messages.burst, messages.perSecond]);
  });

  it('tells the lengths of texts as they are', async () => {
    const document = await readDocument('docs/api.md');

    expect(document).toContain(`a message has 1 to ${LONGEST_MESSAGE.toLocaleString('en')} characters`);
    expect(document).toMatch(
      new RegExp(`a password has ${SHORTEST_PASSWORD} to\\s${LONGEST_PASSWORD} characters`),
    );
  });
});

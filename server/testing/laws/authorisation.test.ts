import { describe, expect, it } from '@jest/globals';
import { isRequiredArgument } from 'graphql';
import type { MaskedError } from '../../http/mask.ts';
import { type Follower, follow, heardBy, stirBothCases } from '../authorisation/followers.ts';
import { isRefusal, linesOf, type MatrixRow, outcomeOf, readMatrix } from '../authorisation/matrix.ts';
import { useOfferedFields } from '../authorisation/offered-fields.ts';
import { DOOR_OF, DOORS, type DoorName, PEOPLE, type Somebody } from '../authorisation/people.ts';
import { RememberedTables } from '../authorisation/remembered-tables.ts';
import { SAMPLE_INPUTS } from '../authorisation/sample-inputs.ts';
import { type RootField, sampleDocument } from '../authorisation/sample-operation.ts';
import { WORD, World } from '../authorisation/world.ts';
import { ON_CASE } from '../casework-operations.ts';
import { eventually } from '../eventually.ts';
import { INBOX_CHANGED } from '../operations.ts';
import { useTestServer } from '../test-server.ts';

/** Who may be told what stands in A's case. */
const IN_THE_CASE: readonly Somebody[] = ['reporter A', 'in the case'];

/** Whoever must find no trace of a case: not its id or number either. */
const WITHOUT_A_KEY: readonly Somebody[] = ['out of it', 'kept out'];

/** Subscriptions on one socket one after the other, below what a socket may send at once. */
const MOST_ON_A_SOCKET = 100;

describe('the authorisation matrix', () => {
  const lab = useTestServer();
  const offered = useOfferedFields();
  const offeredAt = (door: DoorName) =>
    offered().flatMap((each) => (each.door === door ? [each.root.field.name] : []));

  it('has a row for every root field at every door that offers it, and no other', async () => {
    const rows = await readMatrix();

    expect(rows.map(({ door, field }) => `${door} ${field}`).sort()).toEqual(
      offered()
        .map(({ door, root }) => `${door} ${root.field.name}`)
        .sort(),
    );
  });

  it('knows what to ask with', () => {
    const needing = offered().filter(({ root }) => root.field.args.some(isRequiredArgument));

    const names = new Set(offered().map(({ root }) => root.field.name));
    expect(needing.map(({ root }) => root.field.name).filter((name) => !(name in SAMPLE_INPUTS))).toEqual([]);
    expect(Object.keys(SAMPLE_INPUTS).filter((name) => !names.has(name))).toEqual([]);
  });

  it.each(['query', 'mutation'] as const)(
    'is what every %s answers over HTTP, each asked by everybody of the same world',
    async (kind) => {
      const matrix = await readMatrix();
      const world = await World.begin(lab);
      const remembered = await RememberedTables.of(lab.ownerUrl);
      const asked = offered().filter(({ root }) => root.kind === kind);

      const found: MatrixRow[] = [];
      for (const { door, root } of asked) {
        const { name: field } = root.field;
        const expected = matrix.find((row) => row.door === door && row.field === field);
        const isExpectedRefusal = (somebody: Somebody) => expected && isRefusal(expected[somebody]);
        const cells = new Map<Somebody, string>();
        for (const somebody of PEOPLE.filter(isExpectedRefusal)) {
          cells.set(somebody, await ask(world, door, root, somebody));
        }
        expect({ door, field, changed: await remembered.changed() }).toEqual({ door, field, changed: [] });
        for (const somebody of PEOPLE.filter((each) => !cells.has(each))) {
          cells.set(somebody, await ask(world, door, root, somebody));
          await remembered.restore();
        }
        found.push({ field, door, ...Object.fromEntries(cells) } as MatrixRow);
      }
      await remembered.forget();

      const names = asked.map(({ root }) => root.field.name);
      expect(linesOf(found)).toEqual(linesOf(matrix.filter(({ field }) => names.includes(field))));
    },
    240_000,
  );

  it('is what every subscription tells over a socket', async () => {
    const matrix = await readMatrix();
    const world = await World.begin(lab);
    const witness = await world.witness.follow(INBOX_CHANGED);
    witness.subscribe('open', ON_CASE, { caseId: world.parts.caseA });
    const rows = [];
    for (const { door, root } of offered().filter(({ root: { kind } }) => kind === 'subscription')) {
      const followers = new Map<Somebody, Follower>();
      for (const each of PEOPLE) followers.set(each, await follow(world, door, root, each));
      rows.push({ door, field: root.field.name, followers });
    }
    const sockets = [
      witness,
      ...rows.flatMap(({ followers }) => [...followers.values()].map(({ socket }) => socket)),
    ];
    // Of whom the door finds out that they are not ready it takes the socket away.
    const heardAll = () =>
      Promise.all(sockets.map((socket) => socket?.heardSoFar().catch(() => socket.closed())));
    await heardAll();

    await stirBothCases(world, witness);
    await heardAll();

    const found: MatrixRow[] = [];
    for (const { door, field, followers } of rows) {
      const expected = matrix.find((row) => row.door === door && row.field === field);
      const cells: [Somebody, string][] = [];
      for (const [somebody, follower] of followers) {
        if (expected?.[somebody] === 'told') await eventually(() => heardBy(follower, world) === 'told');
        cells.push([somebody, heardBy(follower, world)]);
        expectNothingGivenAway(world, somebody, `${door} ${field}`, follower.socket?.heard.join() ?? '');
      }
      found.push({ field, door, ...Object.fromEntries(cells) } as MatrixRow);
    }
    const names = found.map(({ field }) => field);
    expect(linesOf(found)).toEqual(linesOf(matrix.filter(({ field }) => names.includes(field))));
  }, 60_000);

  it('is nothing at all at a door that does not offer a field, and by a way that it does not go', async () => {
    const world = await World.begin(lab);
    const remembered = await RememberedTables.of(lab.ownerUrl);
    const roots = new Map(offered().map(({ root }) => [root.field.name, root]));
    const isServed = (door: DoorName, { kind, field }: RootField) =>
      kind !== 'subscription' && offeredAt(door).includes(field.name);

    const answers = new Set<string | undefined>();
    for (const door of DOORS) {
      for (const somebody of PEOPLE) {
        const client = world.at(door, somebody);
        for (const root of roots.values()) {
          if (isServed(door, root)) continue;
          const variables = SAMPLE_INPUTS[root.field.name]?.({ ...world.parts, somebody }) ?? {};
          const document = sampleDocument(root, Object.keys(variables));
          for (const code of await client.errorCodes(document, variables)) answers.add(code);
        }
      }
    }
    const changed = await remembered.changed();
    await remembered.forget();

    expect([...answers]).toEqual(['BAD_USER_INPUT']);
    expect(changed).toEqual([]);
  }, 120_000);

  it('is nothing over a socket but for subscriptions', async () => {
    const world = await World.begin(lab);
    const remembered = await RememberedTables.of(lab.ownerUrl);
    const others = [...new Map(offered().map(({ root }) => [root.field.name, root])).values()];

    const heard = new Set<string>();
    for (const door of ['public', 'staff'] as const) {
      const own = offeredAt(door);
      const asked = others.filter(({ kind, field }) => kind !== 'subscription' || !own.includes(field.name));
      for (const somebody of PEOPLE) {
        for (let start = 0; start < asked.length; start += MOST_ON_A_SOCKET) {
          const socket = await world.at(door, somebody).socket().catch(String);
          if (typeof socket === 'string') {
            expect([door, somebody, DOOR_OF[somebody] === door, socket]).toEqual([
              door,
              somebody,
              false,
              expect.stringContaining('closed: 4403'),
            ]);
            break;
          }
          for (const root of asked.slice(start, start + MOST_ON_A_SOCKET)) {
            const variables = SAMPLE_INPUTS[root.field.name]?.({ ...world.parts, somebody }) ?? {};
            socket.subscribe('1', sampleDocument(root, Object.keys(variables)), variables);
            const { payload } = await socket.hear('error');
            for (const { extensions } of payload as MaskedError[]) heard.add(extensions.code);
          }
          socket.cut();
        }
      }
    }
    const changed = await remembered.changed();
    await remembered.forget();

    expect([...heard]).toEqual(['BAD_USER_INPUT']);
    expect(changed).toEqual([]);
    await expect(world.at('analytics', 'analyst').socket()).rejects.toThrow('404');
  }, 120_000);

  async function ask(world: World, door: DoorName, root: RootField, somebody: Somebody) {
    const variables = SAMPLE_INPUTS[root.field.name]?.({ ...world.parts, somebody }) ?? {};
    const answer = await world
      .at(door, somebody)
      .send<Record<string, unknown>>(sampleDocument(root, Object.keys(variables)), variables);
    expectNothingGivenAway(world, somebody, `${door} ${root.field.name}`, JSON.stringify(answer));
    return outcomeOf(root, answer);
  }

  function expectNothingGivenAway(world: World, somebody: Somebody, place: string, said: string): void {
    if (IN_THE_CASE.includes(somebody)) return;
    const { caseA, numberA } = world.parts;
    const words = WITHOUT_A_KEY.includes(somebody) ? [WORD, caseA, numberA] : [WORD];
    expect([place, somebody, words.filter((word) => said.includes(word))]).toEqual([place, somebody, []]);
  }
});

import { describe, expect, it } from '@jest/globals';
import { getNamedType, isUnionType } from 'graphql';
import { outcomeOf, readMatrix } from '../authorisation/matrix.ts';
import { useOfferedFields } from '../authorisation/offered-fields.ts';
import { DOOR_OF, PEOPLE } from '../authorisation/people.ts';
import { RememberedTables } from '../authorisation/remembered-tables.ts';
import { SAMPLE_INPUTS } from '../authorisation/sample-inputs.ts';
import { type RootField, sampleDocument } from '../authorisation/sample-operation.ts';
import { World } from '../authorisation/world.ts';
import { useDatabaseProxies } from '../database-proxy.ts';
import type { GraphQLAnswer } from '../graphql-client.ts';
import { useSecondServers } from '../second-server.ts';
import { useTestServer } from '../test-server.ts';

/** What is answered to somebody whom a door does not let in, whatever the database does. */
const SHUT_OUT = /^(UNAUTHENTICATED|FORBIDDEN)$/;

const OUT_OF_REACH = 'The database was out of reach.';

describe('whatever is asked while the database goes away', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);
  const openProxy = useDatabaseProxies();
  const offered = useOfferedFields();

  it('is answered so, a mutation does nothing by halves, and all is as ever once it is back: at every door', async () => {
    const matrix = await readMatrix();
    const before = await World.begin(lab);
    const database = await openProxy(lab.databaseUrl);
    const server = await openSecond({ url: database.url, directUrl: lab.databaseUrl });
    const world = before.movedTo(server);
    const remembered = await RememberedTables.of(lab.ownerUrl);
    const asked = offered().map(({ door, root }) => {
      const row = matrix.find((each) => each.door === door && each.field === root.field.name);
      const may = PEOPLE.filter((each) => DOOR_OF[each] === door && row && !SHUT_OUT.test(row[each]));
      const [somebody = 'nobody'] = may;
      const variables = SAMPLE_INPUTS[root.field.name]?.({ ...world.parts, somebody }) ?? {};
      const document = sampleDocument(root, Object.keys(variables));
      const ask = () => world.at(door, somebody).send<Record<string, unknown>>(document, variables);
      return { root, place: `${door} ${root.field.name}`, ask, asEver: row?.[somebody] };
    });

    const found: unknown[] = [];
    const expected: unknown[] = [];
    const overHttp = asked.filter(({ root: { kind } }) => kind !== 'subscription');
    const mutations = asked.filter(({ root: { kind } }) => kind === 'mutation');
    database.sever();
    for (const { root, place, ask } of overHttp) {
      found.push({ place, away: saidOf(root, await ask()) });
      expected.push({ place, away: busyOrMask(root) });
    }
    database.mend();
    for (const { root, place, ask, asEver } of mutations) {
      let isCut = false;
      void database.breakAt(/^COMMIT/, 'before').then(() => {
        isCut = true;
      });
      const cut = saidOf(root, await ask());
      database.disarm();
      const done = isCut ? await remembered.changed() : [];
      const again = outcomeOf(root, await ask());
      await remembered.restore();
      found.push({ place, cut, done, again });
      expected.push({ place, cut: isCut ? busyOrMask(root) : asEver, done: [], again: asEver });
    }
    await remembered.forget();

    expect(found).toEqual(expected);
    const logged = server.logLines.map((line) => (JSON.parse(line) as { message: string }).message);
    expect(new Set(logged)).toEqual(new Set([OUT_OF_REACH]));
  }, 120_000);
});

/** `a mask` for the one error of what was not foreseen, whole; else the word that stands in the matrix. */
function saidOf(root: RootField, answer: GraphQLAnswer<Record<string, unknown>>): string {
  const [error] = answer.errors ?? [];
  const masked = error && /^[0-9a-f]{16}$/.test(error.extensions?.incident ?? '');
  const isWhole =
    masked && answer.errors?.length === 1 && error.message === 'Something went wrong on our side.';
  return isWhole && error.extensions?.code === 'INTERNAL_SERVER_ERROR' ? 'a mask' : outcomeOf(root, answer);
}

/** What is to be said where the database is away: the word of the contract where it has one. */
function busyOrMask({ field }: RootField): string {
  const type = getNamedType(field.type);
  const canSayBusy = isUnionType(type) && type.getTypes().some(({ name }) => name === 'ServiceBusy');
  return canSayBusy ? 'ServiceBusy' : 'a mask';
}

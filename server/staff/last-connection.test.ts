import { describe, expect, it } from '@jest/globals';
import { ACCEPT_RESET, CHANGE_ROLES, DISABLE, REMOVE, RESET } from '../testing/account-operations.ts';
import { idOf } from '../testing/case-story.ts';
import type { GraphQLClient, Outcome } from '../testing/graphql-client.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

/** Settings are read anew after a second. */
const SETTINGS_AGE = 2_000;

/** Takes a case from Noor, through a server of the test's choice. */
type Act = (at: { morgan: GraphQLClient; stranger: GraphQLClient }, noorId: string) => Promise<Outcome>;

describe('an act that takes cases from somebody', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  /** Whoever waits for the lock of such an act, as every report does, may hold all other connections of the pool. */
  it.each<[string, string, Act]>([
    ['switching off', 'PersonChanged', ({ morgan }, id) => morgan.outcome(DISABLE, { id })],
    ['removing', 'PersonChanged', ({ morgan }, id) => morgan.outcome(REMOVE, { id })],
    [
      'taking a role',
      'PersonChanged',
      ({ morgan }, id) => morgan.outcome(CHANGE_ROLES, { id, roles: ['ADMINISTRATOR'] }),
    ],
    [
      'beginning anew',
      'Welcome',
      async ({ morgan, stranger }, id) => {
        const { token } = await morgan.outcome(RESET, { id });
        lab.clock.advance(SETTINGS_AGE);
        return stranger.outcome(ACCEPT_RESET, { input: { token, password: 'lantern gravel orbit seven' } });
      },
    ],
  ])('needs no second connection for %s', async (_, done, act) => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    await lab.seed.reportWithoutMessaging('words');
    const id = await idOf(noor);
    const server = await openSecond({ poolSize: 1 });
    const there = server.stranger();
    for (const [name, value] of morgan.cookies) there.cookies.set(name, value);
    lab.clock.advance(SETTINGS_AGE);

    const outcome = await act({ morgan: there, stranger: server.stranger() }, id);

    expect(outcome).toMatchObject({ __typename: done });
  });
});

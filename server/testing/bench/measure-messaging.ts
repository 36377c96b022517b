import { BareSubmit, bareArgon2 } from './bare-submit.ts';
import { runLoad } from './load.ts';
import { logIn, type Offer, optIn, submit } from './reports.ts';
import { Meter, type Rounds, type Stretch } from './rounds.ts';
import type { Stage } from './stage.ts';
import type { WireConnection } from './wire-connection.ts';
import { withConnections } from './with-connections.ts';

const SUBMIT_ROUNDS = 3;
const LOGIN_ROUNDS = 9;
/** About a thousand logins: before, Node.js still compiles what they run through. */
const LOGIN_WARM_UP = 10;
const ROUND_MS = 2_500;
/** Codes drawn before a round, so that drawing them is not measured. */
const OFFERS = 300;
/** As many derivations at once as the program allows itself. */
const AT_ONCE = 2;
const LOGIN_CLIENTS = 8;
/** Below what all callers together may try at once. */
const MOST_LOGINS = 400;

/** Rounds of the program and of what stands beside it. */
export interface PairedRounds {
  readonly clients: number;
  readonly server: Rounds;
  readonly bare: Rounds;
}

/**
 * Reports with messaging by so many connections, beside the same transaction and a bare Argon2 run.
 *
 * @param codes takes the codes that work from now on.
 */
export async function measureMessaging(
  stage: Stage,
  clients: number,
  codes: string[],
): Promise<PairedRounds> {
  const pool = await stage.openPool();
  const meter = new Meter(pool, await stage.postmaster());
  const bare = new BareSubmit(pool, stage.setting, new Date().toISOString().slice(0, 10));
  await bare.prepare();
  const load = { clients, forMs: ROUND_MS, atMost: OFFERS };
  const runBare = () => meter.measure(() => runLoad({ ...load, act: () => bare.withConversation() }));
  const runServer = (round: number) =>
    withConnections(stage.server, clients, round, async (connectionOf) => {
      const offers = await drawOffers(connectionOf, clients);
      const act = async (client: number) => {
        const offer = offers.pop();
        if (!offer) throw new Error('There are fewer codes than reports');
        await submit(connectionOf(client), stage.setting, offer.enrolment);
        codes.push(offer.code);
      };
      return await meter.measure(() => runLoad({ ...load, act }));
    });
  try {
    await runServer(SUBMIT_ROUNDS);
    return { clients, ...(await alternate(SUBMIT_ROUNDS, runServer, runBare)) };
  } finally {
    await pool.end();
  }
}

/** Logins with codes that work, beside Argon2 alone with as many runs at once as the program has. */
export async function measureLogins(stage: Stage, codes: readonly string[]): Promise<PairedRounds> {
  const pool = await stage.openPool();
  const meter = new Meter(pool, await stage.postmaster());
  const runBare = () =>
    meter.measure(() => runLoad({ clients: AT_ONCE, forMs: ROUND_MS, atMost: MOST_LOGINS, act: bareArgon2 }));
  const runServer = (round: number) =>
    withConnections(stage.server, LOGIN_CLIENTS, round, (connectionOf) => {
      let turn = 0;
      const act = (client: number) => {
        turn += 1;
        return logIn(connectionOf(client), codes[turn % codes.length] ?? '');
      };
      return meter.measure(() =>
        runLoad({ clients: LOGIN_CLIENTS, forMs: ROUND_MS, atMost: MOST_LOGINS, act }),
      );
    });
  try {
    for (let round = 0; round < LOGIN_WARM_UP; round += 1) await runServer(LOGIN_ROUNDS + round);
    await runBare();
    return { clients: LOGIN_CLIENTS, ...(await alternate(LOGIN_ROUNDS, runServer, runBare)) };
  } finally {
    await pool.end();
  }
}

/** Runs both sides in each round, and lets each go first in every other one. */
async function alternate(
  count: number,
  runServer: (round: number) => Promise<Stretch>,
  runBare: () => Promise<Stretch>,
): Promise<{ server: Rounds; bare: Rounds }> {
  const rounds = { server: [] as Stretch[], bare: [] as Stretch[] };
  for (let round = 0; round < count; round += 1) {
    if (round % 2 === 0) rounds.bare.push(await runBare());
    rounds.server.push(await runServer(round));
    if (round % 2 === 1) rounds.bare.push(await runBare());
  }
  return rounds;
}

async function drawOffers(
  connectionOf: (client: number) => WireConnection,
  clients: number,
): Promise<Offer[]> {
  const offers: Offer[] = [];
  const draw = async (connection: WireConnection) => {
    while (offers.length < OFFERS) offers.push(await optIn(connection));
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => draw(connectionOf(client))));
  return offers;
}

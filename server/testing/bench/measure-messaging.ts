import { BareSubmit, bareArgon2 } from './bare-submit.ts';
import { runLoad } from './load.ts';
import { logIn, type Offer, optIn, submit } from './reports.ts';
import { type Rounds, type Stretch, stretch } from './rounds.ts';
import { addressOf, type Stage } from './stage.ts';
import { WireConnection } from './wire-connection.ts';

const SUBMIT_ROUNDS = 3;
const LOGIN_ROUNDS = 5;
const ROUND_MS = 2_500;
/** Codes drawn before a round, so that drawing them is not measured. */
const OFFERS = 300;
/** As many derivations at once as the program allows itself. */
const AT_ONCE = 2;
const LOGIN_CLIENTS = 8;

/** Rounds of the program and of what stands beside it. */
export interface PairedRounds {
  readonly clients: number;
  readonly server: Rounds;
  readonly bare: Rounds;
}

/** Reports with messaging by so many connections, beside the same transaction and a bare Argon2 run. */
export async function measureMessaging(
  stage: Stage,
  clients: number,
  codes: string[],
): Promise<PairedRounds> {
  const pool = await stage.openPool();
  const bare = new BareSubmit(pool, stage.setting, new Date().toISOString().slice(0, 10));
  const rounds = { server: [] as Stretch[], bare: [] as Stretch[] };
  const load = { clients, forMs: ROUND_MS, atMost: OFFERS };
  try {
    await withConnections(stage, clients, SUBMIT_ROUNDS, async (connections) => {
      const offers = await drawOffers(connections);
      await runLoad({ ...load, forMs: 1_000, act: (client) => send(stage, connections, offers, client) });
    });
    for (let round = 0; round < SUBMIT_ROUNDS; round += 1) {
      const runBare = async () =>
        void rounds.bare.push(
          await stretch(pool, () => runLoad({ ...load, act: () => bare.withConversation() })),
        );
      if (round % 2 === 0) await runBare();
      await withConnections(stage, clients, round, async (connections) => {
        const offers = await drawOffers(connections);
        const act = async (client: number) => {
          codes.push(await send(stage, connections, offers, client));
        };
        rounds.server.push(await stretch(pool, () => runLoad({ ...load, act })));
      });
      if (round % 2 === 1) await runBare();
    }
  } finally {
    await pool.end();
  }
  return { clients, ...rounds };
}

/** Logins with codes that work, beside Argon2 alone with as many runs at once as the program has. */
export async function measureLogins(stage: Stage, codes: readonly string[]): Promise<PairedRounds> {
  const pool = await stage.openPool();
  const rounds = { server: [] as Stretch[], bare: [] as Stretch[] };
  const runBare = () =>
    stretch(pool, () => runLoad({ clients: AT_ONCE, forMs: ROUND_MS, atMost: 10_000, act: bareArgon2 }));
  const runServer = async (round: number) =>
    await withConnections(stage, LOGIN_CLIENTS, round, async (connections) => {
      let turn = 0;
      const act = async (client: number) => {
        turn += 1;
        await logIn(connections[client] as WireConnection, codes[turn % codes.length] ?? '');
      };
      const load = { clients: LOGIN_CLIENTS, forMs: ROUND_MS, atMost: 400, act };
      return await stretch(pool, () => runLoad(load));
    });
  try {
    await runServer(LOGIN_ROUNDS);
    await runBare();
    for (let round = 0; round < LOGIN_ROUNDS; round += 1) {
      if (round % 2 === 0) rounds.bare.push(await runBare());
      rounds.server.push(await runServer(round));
      if (round % 2 === 1) rounds.bare.push(await runBare());
    }
  } finally {
    await pool.end();
  }
  return { clients: LOGIN_CLIENTS, ...rounds };
}

async function send(
  { setting }: Stage,
  connections: readonly WireConnection[],
  offers: Offer[],
  client: number,
): Promise<string> {
  const offer = offers.pop();
  if (!offer) throw new Error('There are fewer codes than reports');
  await submit(connections[client] as WireConnection, setting, offer.enrolment);
  return offer.code;
}

async function drawOffers(connections: readonly WireConnection[]): Promise<Offer[]> {
  const offers: Offer[] = [];
  const draw = async (connection: WireConnection) => {
    while (offers.length < OFFERS + connections.length) offers.push(await optIn(connection));
  };
  await Promise.all(connections.map(draw));
  return offers;
}

async function withConnections<Result>(
  { server }: Stage,
  clients: number,
  group: number,
  work: (connections: readonly WireConnection[]) => Promise<Result>,
): Promise<Result> {
  const connections = await Promise.all(
    Array.from({ length: clients }, (_, client) =>
      WireConnection.open(server.publicPort, addressOf(group, client)),
    ),
  );
  try {
    return await work(connections);
  } finally {
    for (const connection of connections) connection.close();
  }
}

import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { GraphQLClient } from '../graphql-client.ts';
import { LOG_IN, QUESTIONNAIRE } from '../operations.ts';
import { openServer } from '../server-child.ts';
import { useDataDir } from '../temporary-folder.ts';
import { allReports, firstAdministrator, report, type Sent } from './honest-clients.ts';

const KILLS = 10;
const PER_SECOND = 20;
/** Longest time that a server lives before it is killed, in milliseconds. */
const LONGEST_LIFE = 1_500;

describe('a server that is killed again and again', () => {
  const dataDir = useDataDir();

  it('loses and doubles no acknowledged report: 10 times SIGKILL under 20 reports a second', async () => {
    const [port, staffPort] = [await freePort(), await freePort()];
    const env = { DATA_DIR: dataDir.path, PORT: String(port), STAFF_PORT: String(staffPort) };
    let server = await openServer(env);
    const { publicUrl, staffUrl } = server;
    const caseworker = await firstAdministrator(staffUrl, server.child.out());
    const { questionnaire } = await new GraphQLClient(publicUrl).data<{ questionnaire: { version: string } }>(
      QUESTIONNAIRE,
    );
    const clients: Promise<Sent>[] = [];
    const arrivals = setInterval(() => {
      clients.push(report(publicUrl, questionnaire.version, `report ${clients.length} ${randomUUID()}`));
    }, 1_000 / PER_SECOND);

    for (let kill = 0; kill < KILLS; kill += 1) {
      // At a random instant, so that some fall between COMMIT and the answer.
      await pause(randomInt(LONGEST_LIFE));
      server.child.kill('SIGKILL');
      await server.child.ended;
      server = await openServer(env);
    }
    clearInterval(arrivals);
    const sent = await Promise.all(clients);

    const stored = await allReports(caseworker);
    expect(sent.length).toBeGreaterThan(KILLS * 10);
    expect(stored.sort()).toEqual(sent.map(({ words }) => words).sort());
    const codes = sent.flatMap(({ code }) => code ?? []);
    expect(codes.length).toBeGreaterThan(KILLS);
    for (const code of codes.slice(-5)) {
      const session = await new GraphQLClient(publicUrl).outcome(LOG_IN, { code });
      expect(session.__typename).toBe('ReporterSession');
    }
  }, 300_000);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

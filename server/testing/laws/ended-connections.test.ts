import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { GraphQLClient } from '../graphql-client.ts';
import { INBOX_CHANGED, QUESTIONNAIRE } from '../operations.ts';
import { openServer } from '../server-child.ts';
import { useDataDir } from '../temporary-folder.ts';
import { asOwner, useTestDatabase } from '../test-database.ts';
import { allReports, firstAdministrator, report, type Sent } from './honest-clients.ts';

const ENDINGS = 40;
const PER_SECOND = 20;
/** Longest time between two of them, in milliseconds. */
const LONGEST_PEACE = 150;

const END_ALL = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`;

/** What a caseworker's dashboard asks meanwhile. */
const LOOKS = [
  'query { cases(first: 25) { totalCount edges { node { id category } } } }',
  'query { caseViews { view count } }',
  'query { searchCases(text: "report", first: 10) { scanned hits { foundIn } } }',
];

const FORESEEN = /^The (wake-up connection is (lost|back)|database was out of reach\.)$/;

describe('a database that ends all connections again and again', () => {
  const dataDir = useDataDir();
  const database = useTestDatabase();

  it('ends no server, and loses and doubles no acknowledged report', async () => {
    const server = await openServer({ DATA_DIR: dataDir.path, DATABASE_URL: database.url });
    const { publicUrl, staffUrl, child } = server;
    const caseworker = await firstAdministrator(staffUrl, child.out());
    const { questionnaire } = await new GraphQLClient(publicUrl).data<{ questionnaire: { version: string } }>(
      QUESTIONNAIRE,
    );
    const inbox = await caseworker.follow(INBOX_CHANGED);
    const clients: Promise<Sent>[] = [];
    const arrivals = setInterval(() => {
      clients.push(report(publicUrl, questionnaire.version, `report ${clients.length} ${randomUUID()}`));
      for (const look of LOOKS) void caseworker.post({ query: look }).catch(() => undefined);
    }, 1_000 / PER_SECOND);

    for (let ending = 0; ending < ENDINGS; ending += 1) {
      // At a random instant, so that some fall between the first statement of a transaction and the others.
      await pause(randomInt(LONGEST_PEACE));
      await asOwner(database.ownerUrl, (owner) => owner.query(END_ALL));
    }
    clearInterval(arrivals);
    const sent = await Promise.race([Promise.all(clients), child.ended]);

    expect(messagesIn(child.err()).filter((message) => !FORESEEN.test(message))).toEqual([]);
    const stored = await allReports(caseworker);
    expect(stored.sort()).toEqual((sent as Sent[]).map(({ words }) => words).sort());
    expect(stored.length).toBeGreaterThan(ENDINGS);
    expect(inbox.heard.some((said) => said.includes('inboxChanged'))).toBe(true);
    child.kill('SIGTERM');
    expect(await child.ended).toBe(0);
  }, 300_000);
});

/** What a server said, a line each. */
function messagesIn(said: string): string[] {
  const lines = said.split('\n').filter(Boolean);
  return lines.map((line) => (JSON.parse(line) as { message: string }).message);
}

import { beforeEach, describe, expect, it } from '@jest/globals';
import { useBrowser } from './testing/dashboard-browser.ts';
import { useDoors } from './testing/doors.ts';
import { Reporter } from './testing/reporter.ts';
import { MORGAN, NOOR } from './testing/staff.ts';
import { type CaseState, Worker } from './testing/worker.ts';

const REPORTS = 40;
/** How far each of the two is when the server dies. */
const BEFORE = 8;
const LONG = 240_000; // 4 minutes, on two cores that others share

describe('two caseworkers in two browsers, with keyboards alone', () => {
  const doors = useDoors('forty');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  const states = async (): Promise<Map<string, CaseState>> => {
    const { cases } = await (await doors.staff(MORGAN)).send(
      `{ cases(first: 100) { edges { node { status assignee { name } answers { text } messages { author text }
         notes { author { name } text } history { fromStatus reason } } } } }`,
    );
    return new Map(
      cases.edges.map(({ node }: { node: Node }) => [
        node.answers[0]?.text ?? '',
        {
          status: node.status,
          assignee: node.assignee?.name ?? null,
          replies: node.messages.filter(({ author }) => author === 'CASEWORKER').map(({ text }) => text),
          notes: node.notes.map(({ author, text }) => `${author.name}: ${text}`),
          reasons: node.history.flatMap(({ reason }) => reason ?? []),
          reopened: node.history.filter(({ fromStatus }) => fromStatus === 'CLOSED').length,
        },
      ]),
    );
  };

  it(
    'work through forty reports while the server is killed under them, and nothing is lost or doubled',
    async () => {
      const reporters = new Map<string, Reporter>();
      for (let each = 0; each < REPORTS; each += 1) {
        const words = `Report ${each} of forty`;
        reporters.set(words, await Reporter.report(doors.publicUrl, { words, messaging: true }));
      }
      const morgan = new Worker(await browser.signedIn(doors, MORGAN), MORGAN.name, NOOR.name);
      const noor = new Worker(await browser.signedIn(doors, NOOR), NOOR.name, MORGAN.name);
      await Promise.all([morgan.beginAt(0), noor.beginAt(REPORTS / 2)]);

      await Promise.all([
        morgan.workThrough(BEFORE, { andOpenNext: true }),
        noor.workThrough(BEFORE, { andOpenNext: true }),
      ]);
      await Promise.all([morgan.write('reply'), noor.write('note')]);
      // One presses Send in the moment of the blow, so that it may be stored without an answer; the other one after it.
      await Promise.all([morgan.tryToSend('reply'), doors.kill()]);
      await noor.tryToSend('note');
      await doors.revive();
      await Promise.all([morgan.sendUntilSaid('reply'), noor.sendUntilSaid('note')]);
      await Promise.all([morgan.openNext(), noor.openNext()]);
      const rest = REPORTS / 2 - BEFORE - 1;
      await Promise.all([
        morgan.workThrough(rest, { andOpenNext: false }),
        noor.workThrough(rest, { andOpenNext: false }),
      ]);

      const done = new Map([...morgan.done, ...noor.done]);
      expect(done.size).toBe(REPORTS);
      expect(await states()).toEqual(done);
      for (const [words, { replies }] of [...done].filter((each) => each[1].replies.length > 0).slice(0, 3)) {
        const read = (await reporters.get(words)?.messages()) ?? [];
        expect(read.map(({ text }) => text)).toEqual(replies);
      }
    },
    LONG,
  );
});

interface Node {
  readonly status: string;
  readonly assignee: { readonly name: string } | null;
  readonly answers: readonly { readonly text: string }[];
  readonly messages: readonly { readonly author: string; readonly text: string }[];
  readonly notes: readonly { readonly author: { readonly name: string }; readonly text: string }[];
  readonly history: readonly { readonly fromStatus: string | null; readonly reason: string | null }[];
}

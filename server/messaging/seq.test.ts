import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { REPLY, SEND } from '../testing/operations.ts';
import { useSecondServers } from '../testing/second-server.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('seq', () => {
  const lab = useTestServer();
  const openSecond = useSecondServers(lab);

  it('has no gap and no double under 50 writers of both sides in two processes', async () => {
    const caseworker = await lab.seed.firstAdministrator();
    const { client, token } = await lab.seed.reporter((await lab.seed.report('words')).code);
    const [caseId] = await lab.seed.caseIds(caseworker);
    const second = (await openSecond()).anyone().withToken(token);

    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, turn) => {
        const input = { idempotencyKey: randomUUID(), text: `text ${turn}` };
        if (turn % 2) return caseworker.outcome(REPLY, { input: { ...input, caseId } });
        return (turn % 4 ? client : second).outcome(SEND, { input });
      }),
    );

    const seqs = outcomes.map((outcome) => (outcome['sent'] as { seq: number }).seq);
    expect(seqs.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 50 }, (_, place) => place + 1),
    );
    const [row] = await lab.dataSource.query(
      `SELECT last_seq, (SELECT max(seq) FROM message WHERE author = 'CASEWORKER') = last_reply_seq AS replies,
              (SELECT max(seq) FROM message WHERE author = 'REPORTER') = last_reporter_seq AS reporters
       FROM conversation`,
    );
    expect(row).toEqual({ last_seq: 50, replies: true, reporters: true });
  });

  it('is not used up by a message that was refused or undone', async () => {
    await lab.seed.firstAdministrator();
    const { client } = await lab.seed.reporter((await lab.seed.report('words')).code);
    await lab.seed.message(client, 'one');
    await client.outcome(SEND, { input: { idempotencyKey: randomUUID(), text: '' } });
    await lab.dataSource.query('ALTER TABLE message ADD CONSTRAINT refusing CHECK (false) NOT VALID');
    await client.errorCodes(SEND, { input: { idempotencyKey: randomUUID(), text: 'undone' } });
    await lab.dataSource.query('ALTER TABLE message DROP CONSTRAINT refusing');

    const outcome = await client.outcome(SEND, { input: { idempotencyKey: randomUUID(), text: 'two' } });

    expect(outcome).toMatchObject({ sent: { seq: 2 } });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../testing/graphql-client.ts';
import { LOG_IN } from '../testing/operations.ts';
import { useTestServer } from '../testing/test-server.ts';

const STORM = 150;

describe('loginWithCode in a storm of wrong codes', () => {
  const lab = useTestServer();

  it('lets the right code in, from the same address, while the storm goes on and after it', async () => {
    await lab.seed.firstAdministrator();
    const { code } = await lab.seed.report('words');
    let isOver = false;
    let refused = 0;
    const storm = Array.from({ length: STORM / 3 }, async () => {
      while (!isOver) {
        const outcome = await lab.anyone().outcome(LOG_IN, { code: lab.seed.unusedCode() });
        if (outcome.__typename === 'ServiceBusy') refused += 1;
      }
    });

    const tries: Outcome[] = [];
    const deadline = performance.now() + 30_000;
    while (tries.at(-1)?.__typename !== 'ReporterSession' && performance.now() < deadline) {
      tries.push(await lab.anyone().outcome(LOG_IN, { code }));
    }
    isOver = true;
    await Promise.all(storm);
    const after = await patiently(() => lab.anyone().outcome(LOG_IN, { code }));

    expect(tries.at(-1)?.__typename).toBe('ReporterSession');
    expect(new Set(tries.slice(0, -1).map((each) => each.__typename))).not.toContain('CodeNotRecognised');
    expect(refused).toBeGreaterThan(0);
    expect(after.__typename).toBe('ReporterSession');
  }, 60_000);

  it('runs Argon2 for no more than it has places, and says when to come back', async () => {
    await lab.seed.firstAdministrator();
    const before = lab.argon2Runs();

    const outcomes = await Promise.all(
      Array.from({ length: STORM }, () => lab.anyone().outcome(LOG_IN, { code: lab.seed.unusedCode() })),
    );

    const busy = outcomes.filter((outcome) => outcome.__typename === 'ServiceBusy');
    expect(busy.length).toBeGreaterThan(0);
    expect(lab.argon2Runs() - before).toBe(STORM - busy.length);
    for (const { message } of busy)
      expect(message).toMatch(/Nothing was done\. Try again in \d+ seconds?\.|a second/);
  });
});

/** Asks until the service is not busy. */
async function patiently(ask: () => Promise<Outcome>): Promise<Outcome> {
  for (;;) {
    const outcome = await ask();
    if (outcome.__typename !== 'ServiceBusy') return outcome;
  }
}

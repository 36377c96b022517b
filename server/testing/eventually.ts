import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits until a condition holds, looking often; a test never waits for a fixed time.
 *
 * @param within milliseconds until it gives up. @default 10_000 // 10 seconds
 * @throws when the condition does not hold in time.
 */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  within = 10_000,
): Promise<void> {
  const deadline = performance.now() + within;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Still not so after ${within} ms: ${condition}`);
    await delay(5);
  }
}

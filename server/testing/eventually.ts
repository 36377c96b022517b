import { setTimeout as delay } from 'node:timers/promises';

const FIRST_PAUSE = 5; // 5 milliseconds
const LONGEST_PAUSE = 50; // 50 milliseconds

/**
 * Waits until a condition holds; a test never waits for a fixed time. Looks often at first, and then less often, since
 * looking takes from what is waited for.
 *
 * @param within milliseconds until it gives up. @default 10_000 // 10 seconds
 * @throws when the condition does not hold in time.
 */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  within = 10_000,
): Promise<void> {
  const deadline = performance.now() + within;
  for (let pause = FIRST_PAUSE; !(await condition()); pause = Math.min(pause * 1.25, LONGEST_PAUSE)) {
    if (performance.now() > deadline) throw new Error(`Still not so after ${within} ms: ${condition}`);
    await delay(pause);
  }
}

const FIRST_WAIT = 500; // milliseconds
const LONGEST_WAIT = 30_000; // 30 seconds

/**
 * How long to wait before the next try at the socket: doubling up to 30 seconds, and a random share of it, so that
 * a restarted server is not met by every dashboard at the same instant.
 *
 * @param tries how many have failed in a row; 0 before the second attempt.
 * @param random a number in [0, 1), as `Math.random` gives.
 * @returns milliseconds, between half of the full wait and all of it.
 */
export function backOff(tries: number, random: number): number {
  const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tries, 16));
  return Math.round(full / 2 + (full / 2) * random);
}

const FIRST = 1_000; // 1 second
const LONGEST = 60_000; // 1 minute

/**
 * How long to wait before the socket is tried again: twice as long each time up to a minute, and anywhere in the upper
 * half of that, so that thousands of pages do not come back at one moment after a restart.
 *
 * @param attempt 0 for the first try after a cut
 * @param random from 0 to below 1
 * @returns milliseconds
 */
export function backoff(attempt: number, random: number): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** attempt);
  return Math.round(longest / 2 + (longest / 2) * random);
}

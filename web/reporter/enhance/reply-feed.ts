import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { graphql } from '../../shared/graphql.ts';
import { backoff } from './backoff.ts';

const CaseworkerRepliedDocument = graphql(`
  subscription CaseworkerReplied($afterSeq: Int!) {
    caseworkerReplied(afterSeq: $afterSeq) {
      seq
    }
  }
`);

/** Close codes after which trying again is of no use: the session is over, or this page asks what is not allowed. */
const FINAL_CODES: ReadonlySet<number> = new Set([4400, 4401, 4403, 4406]);

/** How often a silent socket is asked whether it still reaches the server, and how long the answer may take. */
const ASKED_EVERY = 20_000; // 20 seconds
const ANSWER_WITHIN = 10_000; // 10 seconds

/** A socket that stayed open for so long had nothing wrong with it: the next cut is tried again soon. */
const SETTLED_AFTER = 30_000; // 30 seconds

/**
 * Hands over the `seq` of each reply after a given one, as it arrives, until the page goes or the session ends.
 *
 * Subscribes anew by hand after each cut, from the newest reply it knows: graphql-ws itself would repeat the variables
 * of the start. Says nothing of cuts: "Check for replies" is always on the page.
 *
 * @param url `ws:` or `wss:`
 * @param after asked before each subscription
 */
export async function followReplies(
  url: string,
  after: () => number,
  onReply: (seq: number) => void,
): Promise<void> {
  let attempt = 0;
  for (;;) {
    const openedAt = performance.now();
    const isOver = await followOnce(url, after(), onReply);
    if (isOver) return;
    if (performance.now() - openedAt > SETTLED_AFTER) attempt = 0;
    await new Promise((resolve) => setTimeout(resolve, backoff(attempt, Math.random())));
    attempt += 1;
  }
}

/** @returns whether there is nothing more to wait for */
function followOnce(url: string, afterSeq: number, onReply: (seq: number) => void): Promise<boolean> {
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
    // A phone that changed its network has an open socket that nothing comes through any more.
    keepAlive: ASKED_EVERY,
    on: {
      ping: (isReceived) => {
        if (!isReceived) unanswered = setTimeout(() => client.terminate(), ANSWER_WITHIN);
      },
      pong: () => clearTimeout(unanswered),
      closed: () => clearTimeout(unanswered),
    },
  });
  return new Promise<boolean>((resolve) => {
    client.subscribe<{ caseworkerReplied: { seq: number } }>(
      { query: print(CaseworkerRepliedDocument), variables: { afterSeq } },
      {
        next: ({ data }) => data && onReply(data.caseworkerReplied.seq),
        error: (reason) => resolve(isFinal(reason)),
        complete: () => resolve(false),
      },
    );
  }).finally(() => client.dispose());
}

function isFinal(reason: unknown): boolean {
  // Errors of the operation come as a list: the service answered, and will not answer otherwise.
  if (Array.isArray(reason)) return true;
  return (
    typeof reason === 'object' && reason !== null && 'code' in reason && FINAL_CODES.has(Number(reason.code))
  );
}

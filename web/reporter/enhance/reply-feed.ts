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

/** How a subscription ended: by a cut that may be mended; for good with the session; or because this page asks what is not allowed. */
type End = 'cut' | 'signed-out' | 'refused';

/** The close code of a socket whose session is over. */
const UNAUTHORIZED = 4401;

/** Close codes after which trying again is of no use. */
const REFUSED: ReadonlySet<number> = new Set([4400, 4403, 4406]);

/** How often a silent socket is asked whether it still reaches the server, and how long the answer may take. */
const ASKED_EVERY = 20_000; // 20 seconds
const ANSWER_WITHIN = 10_000; // 10 seconds

/** A socket that stayed open for so long had nothing wrong with it: the next cut is tried again soon. */
const SETTLED_AFTER = 30_000; // 30 seconds

/**
 * Hands over the `seq` of each reply after a given one, as it arrives, until the page goes or the service wants no more of it.
 *
 * Subscribes anew by hand after each cut, from the newest reply it knows: graphql-ws itself would repeat the variables
 * of the start. Says nothing of cuts: "Check for replies" is always on the page.
 *
 * @param url `ws:` or `wss:`
 * @param after asked before each subscription
 * @returns why nothing more will come
 */
export async function followReplies(
  url: string,
  after: () => number,
  onReply: (seq: number) => void,
): Promise<Exclude<End, 'cut'>> {
  let attempt = 0;
  for (;;) {
    const openedAt = performance.now();
    const end = await followOnce(url, after(), onReply);
    if (end !== 'cut') return end;
    if (performance.now() - openedAt > SETTLED_AFTER) attempt = 0;
    await new Promise((resolve) => setTimeout(resolve, backoff(attempt, Math.random())));
    attempt += 1;
  }
}

function followOnce(url: string, afterSeq: number, onReply: (seq: number) => void): Promise<End> {
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
  return new Promise<End>((resolve) => {
    client.subscribe<{ caseworkerReplied: { seq: number } }>(
      { query: print(CaseworkerRepliedDocument), variables: { afterSeq } },
      {
        next: ({ data }) => data && onReply(data.caseworkerReplied.seq),
        error: (reason) => resolve(endOf(reason)),
        complete: () => resolve('cut'),
      },
    );
  }).finally(() => client.dispose());
}

function endOf(reason: unknown): End {
  // Errors of the operation come as a list: the service answered, and will not answer otherwise.
  if (Array.isArray(reason)) return 'refused';
  const code = Number(Reflect.get(Object(reason), 'code'));
  if (code === UNAUTHORIZED) return 'signed-out';
  return REFUSED.has(code) ? 'refused' : 'cut';
}

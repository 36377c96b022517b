import { measureReplies, type PushDelays } from './measure-push.ts';
import type { SeededConversation } from './seeded-conversations.ts';
import type { Stage } from './stage.ts';
import { openSubscribers } from './subscriber.ts';
import { addressOf } from './with-connections.ts';

/** What one open subscription takes, in bytes, and how replies arrive while all are open. */
export interface SubscriptionMemory {
  readonly subscriptions: number;
  readonly residentBytes: number;
  readonly heapBytes: number;
  readonly delays: PushDelays;
}

/** Sockets that are opened and closed first, so that code and tables of the runtime are there already. */
const WARM_UP = 300;

/**
 * Opens one subscription on each conversation and looks at the server's memory before and after, without garbage. The
 * process should have done nothing else.
 */
export async function measureMemory(
  stage: Stage,
  conversations: readonly SeededConversation[],
): Promise<SubscriptionMemory> {
  const { server } = stage;
  const tokens = conversations.map(({ token }) => token);
  const from = (index: number) => addressOf(Math.floor(index / 250), index);
  const first = await openSubscribers(server.publicPort, tokens.slice(0, WARM_UP), from);
  for (const subscriber of first) subscriber.close();
  await settle();
  const before = await server.memoryWithoutGarbage();
  const subscribers = await openSubscribers(server.publicPort, tokens, from);
  try {
    await settle();
    const after = await server.memoryWithoutGarbage();
    return {
      subscriptions: subscribers.length,
      residentBytes: (after.rss - before.rss) / subscribers.length,
      heapBytes: (heap(after) - heap(before)) / subscribers.length,
      delays: await measureReplies(stage, conversations, subscribers),
    };
  } finally {
    for (const subscriber of subscribers) subscriber.close();
  }
}

function heap({ heapUsed, external }: NodeJS.MemoryUsage): number {
  return heapUsed + external;
}

/** Nothing says when the last closed socket has left the server's tables; a second is long. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}

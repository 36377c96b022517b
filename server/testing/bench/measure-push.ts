import { randomUUID } from 'node:crypto';
import type { SeededConversation } from './seeded-conversations.ts';
import type { Stage } from './stage.ts';
import { percentile } from './statistics.ts';
import { openSubscribers, type Subscriber } from './subscriber.ts';
import { WireConnection } from './wire-connection.ts';
import { addressOf } from './with-connections.ts';

const REPLY = 'mutation($input: ReplyToReporterInput!) { replyToReporter(input: $input) { __typename } }';
const REPLIES = 300;
const WARM_UP = 300;
const PUSHED_WITHIN = 10_000; // 10 seconds

/** From sending a reply to its push, and to its acknowledgement, in milliseconds. */
export interface PushDelays {
  readonly subscriptions: number;
  readonly p50: number;
  readonly p99: number;
  readonly answeredP50: number;
}

/**
 * Opens subscriptions on conversations of their own, and measures replies to one after another of them. Nobody may have
 * replied there before: that would be pushed first.
 */
export async function measurePush(
  stage: Stage,
  conversations: readonly SeededConversation[],
): Promise<PushDelays> {
  const { server } = stage;
  const tokens = conversations.map(({ token }) => token);
  const subscribers = await openSubscribers(server.publicPort, tokens, (index) => addressOf(0, index));
  try {
    return await measureReplies(stage, conversations, subscribers);
  } finally {
    for (const subscriber of subscribers) subscriber.close();
  }
}

/** Replies to one open subscription after another, and waits for each push. */
export async function measureReplies(
  { server, setting }: Stage,
  conversations: readonly SeededConversation[],
  subscribers: readonly Subscriber[],
): Promise<PushDelays> {
  const staff = await WireConnection.open(server.staffPort, '127.0.0.1', { cookie: setting.staffCookie });
  const pushed: number[] = [];
  const answered: number[] = [];
  try {
    for (let reply = -WARM_UP; reply < REPLIES; reply += 1) {
      // Any step that shares no factor with the count visits all; this one jumps about.
      const index = ((reply + WARM_UP) * 7_919) % subscribers.length;
      const push = nextPush(subscribers[index] as Subscriber);
      const sentAt = performance.now();
      const answer = send(staff, conversations[index]?.caseId ?? '').then(() => performance.now() - sentAt);
      const pushedAt = await push;
      const answeredMs = await answer;
      if (reply < 0) continue;
      pushed.push(pushedAt - sentAt);
      answered.push(answeredMs);
    }
  } finally {
    staff.close();
  }
  return {
    subscriptions: subscribers.length,
    p50: percentile(pushed, 50),
    p99: percentile(pushed, 99),
    answeredP50: percentile(answered, 50),
  };
}

async function send(staff: WireConnection, caseId: string): Promise<void> {
  const input = { caseId, idempotencyKey: randomUUID(), text: 'We have read what you wrote. Thank you.' };
  const { body } = await staff.post(JSON.stringify({ query: REPLY, variables: { input } }));
  if (!body.includes('"__typename":"ReplySent"')) throw new Error(`Not ReplySent: ${body}`);
}

async function nextPush(subscriber: Subscriber): Promise<number> {
  return await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('No push came.')), PUSHED_WITHIN);
    subscriber.onReply = () => {
      clearTimeout(late);
      resolve(performance.now());
    };
  });
}

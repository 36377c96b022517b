import { Repeater } from '@graphql-yoga/subscription';
import type { DataSource } from 'typeorm';
import { LookOut } from '../database/look-out.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { Reporter } from '../viewer.ts';
import type { MessageService } from './message.service.ts';
import { type Message, MessageAuthor } from './message.type.ts';

/** Name of the subscription, and of its feed. */
export const CASEWORKER_REPLIED = 'caseworkerReplied';

/** What a subscriber asks for. */
export interface FollowRequest {
  readonly reporter: Reporter;
  readonly afterSeq: number;
}

/** How many replies are read at once; the socket takes them one by one. */
const PAGE = 50;

/** One open subscription: where it is, and how to make it look again. */
interface Follower {
  cursor: number;
  look: () => void;
}

/**
 * Hands caseworker replies to open reporter sessions, in order, each once.
 *
 * Nothing is buffered: a wake-up says only that something may have been committed, and each follower reads from the
 * table after the `seq` it has. One statement per wake-up asks for all followers of this process which have more; those
 * of a reply that this process took itself need not wait for it.
 */
export class ReplyFeed {
  /** By conversation. */
  private readonly followers = new Map<string, Set<Follower>>();
  private readonly lookOut: LookOut;
  private readonly stopListening: () => void;

  constructor(
    private readonly dataSource: DataSource,
    private readonly messages: MessageService,
    wakeUp: WakeUp,
  ) {
    this.lookOut = new LookOut(wakeUp, () => this.wakeThoseBehind());
    this.stopListening = messages.onReplied((conversationId) => {
      for (const follower of this.followers.get(conversationId) ?? []) follower.look();
    });
  }

  /** Replies with `seq > afterSeq`: those already there, then each new one. Ends when the subscriber leaves. */
  follow({ reporter, afterSeq }: FollowRequest): AsyncIterable<Message> {
    return new Repeater<Message>(async (push, stop) => {
      let isOver = false;
      const follower: Follower = { cursor: afterSeq, look: () => {} };
      this.add(reporter.conversationId, follower);
      void stop.then(() => {
        isOver = true;
        this.remove(reporter.conversationId, follower);
        follower.look();
      });
      while (!isOver) {
        // Taken before reading, so that what is committed while we read wakes us again.
        const changed = new Promise<void>((resolve) => {
          follower.look = resolve;
        });
        const replies = await this.read(reporter, follower.cursor);
        for (const reply of replies ?? []) {
          if (isOver) return;
          await push(reply);
          follower.cursor = reply.seq;
        }
        if (replies?.length !== PAGE) await changed;
      }
    });
  }

  /** Stops looking. Open subscriptions stay quiet until their sockets close. */
  close(): void {
    this.lookOut.close();
    this.stopListening();
    this.followers.clear();
  }

  private add(conversationId: string, follower: Follower): void {
    const others = this.followers.get(conversationId);
    if (others) others.add(follower);
    else this.followers.set(conversationId, new Set([follower]));
  }

  private remove(conversationId: string, follower: Follower): void {
    const others = this.followers.get(conversationId);
    others?.delete(follower);
    if (others?.size === 0) this.followers.delete(conversationId);
  }

  /** Null where the database is away: the next wake-up tries again. */
  private async read(reporter: Reporter, cursor: number): Promise<Message[] | null> {
    try {
      return await this.messages.next(reporter, MessageAuthor.CASEWORKER, cursor, PAGE);
    } catch {
      return null;
    }
  }

  private async wakeThoseBehind(): Promise<void> {
    if (this.followers.size === 0) return;
    const cursors = [...this.followers.values()].map((followers) =>
      Math.min(...Array.from(followers, ({ cursor }) => cursor)),
    );
    const rows = await this.dataSource.query<{ id: string; last_reply_seq: number }[]>(
      `SELECT c.id, c.last_reply_seq FROM unnest($1::uuid[], $2::int[]) AS f(id, after_seq)
       JOIN conversation c ON c.id = f.id AND c.last_reply_seq > f.after_seq`,
      [[...this.followers.keys()], cursors],
    );
    for (const { id, last_reply_seq: last } of rows) {
      for (const follower of this.followers.get(id) ?? []) if (last > follower.cursor) follower.look();
    }
  }
}

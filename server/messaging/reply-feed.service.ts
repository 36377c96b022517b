import { Repeater } from '@graphql-yoga/subscription';
import type { DataSource } from 'typeorm';
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
  readonly conversationId: string;
  cursor: number;
  look: () => void;
}

/**
 * Hands caseworker replies to open reporter sessions, in order, each once.
 *
 * Nothing is buffered: a wake-up says only that something may have been committed, and each follower reads from the
 * table after the `seq` it has. One statement per wake-up asks for all followers of this process which have more.
 */
export class ReplyFeed {
  private readonly followers = new Set<Follower>();
  private looking = false;
  private lookAgain = false;
  private readonly stopListening: () => void;

  constructor(
    private readonly dataSource: DataSource,
    private readonly messages: MessageService,
    wakeUp: WakeUp,
  ) {
    this.stopListening = wakeUp.onWake(() => void this.look());
  }

  /** Replies with `seq > afterSeq`: those already there, then each new one. Ends when the subscriber leaves. */
  follow({ reporter, afterSeq }: FollowRequest): AsyncIterable<Message> {
    return new Repeater<Message>(async (push, stop) => {
      let isOver = false;
      const follower: Follower = {
        conversationId: reporter.conversationId,
        cursor: afterSeq,
        look: () => {},
      };
      this.followers.add(follower);
      void stop.then(() => {
        isOver = true;
        this.followers.delete(follower);
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
    this.stopListening();
    this.followers.clear();
  }

  /** Null where the database is away: the next wake-up tries again. */
  private async read(reporter: Reporter, cursor: number): Promise<Message[] | null> {
    try {
      return await this.messages.next(
        reporter.conversationId,
        reporter.caseKey,
        MessageAuthor.CASEWORKER,
        cursor,
        PAGE,
      );
    } catch {
      return null;
    }
  }

  private async look(): Promise<void> {
    this.lookAgain = true;
    if (this.looking) return;
    this.looking = true;
    try {
      while (this.lookAgain && this.followers.size > 0) {
        this.lookAgain = false;
        await this.wakeThoseBehind();
      }
    } catch {
      // The database is away: the next wake-up comes at the latest after 5 s.
    } finally {
      this.looking = false;
    }
  }

  private async wakeThoseBehind(): Promise<void> {
    const ids = [...new Set([...this.followers].map((follower) => follower.conversationId))];
    const rows = await this.dataSource.query<{ id: string; last_reply_seq: number }[]>(
      'SELECT id, last_reply_seq FROM conversation WHERE id = ANY($1) AND last_reply_seq > 0',
      [ids],
    );
    const last = new Map(rows.map((row) => [row.id, row.last_reply_seq]));
    for (const follower of this.followers) {
      if ((last.get(follower.conversationId) ?? 0) > follower.cursor) follower.look();
    }
  }
}

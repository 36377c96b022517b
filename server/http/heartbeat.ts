/** What the heartbeat needs of a socket. */
export interface Beating {
  isAlive: boolean;
  ping(): void;
  terminate(): void;
}

/** Parts that the sockets are dealt into, so that ten thousand pings do not fall into one moment. */
const PARTS = 32;

/** Pings sockets with one timer for all, and cuts those that left the last ping unanswered. */
export class Heartbeat {
  private readonly parts: readonly Set<Beating>[] = Array.from({ length: PARTS }, () => new Set<Beating>());
  private readonly timer: NodeJS.Timeout;
  private dealt = 0;
  private turn = 0;

  /** @param everyMs between two pings to one socket. */
  constructor(everyMs: number) {
    this.timer = setInterval(() => this.beat(), everyMs / PARTS).unref();
  }

  add(socket: Beating): void {
    this.dealt = (this.dealt + 1) % PARTS;
    this.parts[this.dealt]?.add(socket);
  }

  remove(socket: Beating): void {
    for (const part of this.parts) part.delete(socket);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private beat(): void {
    this.turn = (this.turn + 1) % PARTS;
    for (const socket of this.parts[this.turn] ?? []) {
      if (socket.isAlive) {
        socket.isAlive = false;
        socket.ping();
      } else {
        socket.terminate();
      }
    }
  }
}

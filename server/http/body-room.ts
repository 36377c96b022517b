import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Callers } from './callers.ts';

/** What a body is counted as that does not say its length, and at most: the longest that any address takes. */
const LONGEST = 1024 * 1024; // 1 MiB

/** A body that is under way. */
interface Incoming {
  readonly bytes: number;
  readonly end: () => void;
}

/** Everything that one caller sends just now, the oldest first. */
interface Load {
  readonly bodies: Set<Incoming>;
  bytes: number;
}

/**
 * Room for what comes in. A body waits in memory until all of it has come, so without an end to them, strangers who send
 * slowly would decide how much memory the program needs.
 *
 * Nobody is turned away: where there is no more room, the oldest body of whoever fills the most of it is ended. Whoever
 * fills the room keeps nobody else from sending a report, and among the many who come over Tor, and count as one, the next one
 * still gets through.
 */
export class BodyRoom {
  private readonly loads = new Map<string, Load>();
  private taken = 0;

  /** @param room bytes of bodies that may be under way at once. */
  constructor(
    private readonly room: number,
    private readonly callers: Callers,
  ) {}

  /**
   * Holds room for the body of a request until all of it has come, or its connection is gone.
   *
   * @param end answers the request in the place of whoever waits for its body.
   */
  hold(request: IncomingMessage, response: ServerResponse, end: () => void): void {
    const bytes = bytesOf(request);
    if (bytes === 0) return;
    const caller = this.callers.of(request);
    const body: Incoming = {
      bytes,
      end: () => {
        release();
        end();
      },
    };
    const release = () => this.remove(caller, body);
    this.add(caller, body);
    request.once('end', release);
    response.once('close', release);
    while (this.taken > this.room) this.oldestOfFullest().end();
  }

  private add(caller: string, body: Incoming): void {
    const load = this.loads.get(caller) ?? { bodies: new Set(), bytes: 0 };
    this.loads.set(caller, load);
    load.bodies.add(body);
    load.bytes += body.bytes;
    this.taken += body.bytes;
  }

  private remove(caller: string, body: Incoming): void {
    const load = this.loads.get(caller);
    if (!load?.bodies.delete(body)) return;
    load.bytes -= body.bytes;
    this.taken -= body.bytes;
    if (load.bodies.size === 0) this.loads.delete(caller);
  }

  private oldestOfFullest(): Incoming {
    const [first, ...others] = this.loads.values();
    const fullest = others.reduce((most, load) => (load.bytes > (most?.bytes ?? 0) ? load : most), first);
    const [oldest] = fullest?.bodies ?? [];
    if (!oldest) throw new RangeError('Room is taken, and by nobody.');
    return oldest;
  }
}

function bytesOf({ headers }: IncomingMessage): number {
  const said = headers['content-length'];
  if (said !== undefined) return Math.min(Number(said), LONGEST);
  return headers['transfer-encoding'] === undefined ? 0 : LONGEST;
}

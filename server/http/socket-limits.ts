/** What one socket, one caller and all together may take. */
export interface SocketLimits {
  /** Largest message that comes in, and largest frame that goes out, in bytes. */
  readonly frameBytes: number;
  /** Largest message that goes out, in as many frames as it needs, in bytes. */
  readonly messageBytes: number;
  /** Operations open at the same time on one socket. */
  readonly operations: number;
  /** Messages of one socket at once, and each second from then on. */
  readonly messages: { readonly burst: number; readonly perSecond: number };
  /** What may wait in memory for a client that reads slowly, in bytes. */
  readonly unsentBytes: number;
  /** Until connection_init has come, in milliseconds. */
  readonly initMs: number;
  /** Between two pings to one socket, in milliseconds; it is dead when the next finds the last unanswered. */
  readonly heartbeatMs: number;
  /** Until a socket that was told to close is cut, in milliseconds. */
  readonly closeMs: number;
  /** Sockets open at the same time. */
  readonly all: number;
  /** The same for one caller: half of all, since a whole campus or all of Tor may be one caller. */
  readonly perCaller: number;
}

export const SOCKET_LIMITS: SocketLimits = Object.freeze({
  frameBytes: 64 * 1024,
  messageBytes: 256 * 1024,
  operations: 16,
  messages: { burst: 120, perSecond: 4 },
  unsentBytes: 512 * 1024,
  initMs: 3_000, // 3 seconds
  heartbeatMs: 30_000, // 30 seconds
  closeMs: 1_000, // 1 second
  all: 20_480,
  perCaller: 10_240,
});

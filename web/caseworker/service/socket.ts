import { type Client, createClient } from 'graphql-ws';
import { backOff } from './back-off.ts';

const PING_EVERY = 20_000; // 20 seconds
const PONG_WITHIN = 8_000; // 8 seconds

/** What the rest of the page wants to know about the socket. */
export interface SocketEvents {
  /** It is open: changes from now on are heard, those before it may have been missed. */
  opened(): void;
  /** It closed, or could not be opened. `isRefused`: the service no longer accepts the session. */
  closed(isRefused: boolean): void;
}

/**
 * Opens the socket to the staff door on first use, and keeps coming back to it.
 *
 * A cut that no packet tells of (a closed lid, a lost network) is noticed by a ping without a pong. A close that
 * refuses the session is final: the subscription fails, and whoever holds it subscribes again after signing in.
 */
export function openSocket(events: SocketEvents): Client {
  let tooLate: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | undefined;

  return createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (tries) => waitOrNetwork(backOff(tries, Math.random())),
    shouldRetry: (cause) => !isRefusal(cause),
    keepAlive: PING_EVERY,
    on: {
      connected: (opened) => {
        socket = opened as WebSocket;
        events.opened();
      },
      ping: (isFromServer) => {
        if (isFromServer) return;
        tooLate = setTimeout(() => socket?.close(4408, 'Request Timeout'), PONG_WITHIN);
      },
      pong: (isFromServer) => {
        if (isFromServer) clearTimeout(tooLate);
      },
      closed: (cause) => {
        clearTimeout(tooLate);
        events.closed(isRefusal(cause));
      },
    },
  });
}

/** 4401 and 4403: not signed in (any more). */
function isRefusal(cause: unknown): boolean {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return code === 4401 || code === 4403;
}

/** Waits, but not longer than until the browser says that the network is back. */
function waitOrNetwork(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
  });
}

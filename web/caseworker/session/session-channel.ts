/** Tells other tabs of this browser whose its session is now: they share the cookie, and know of no change of it. */
export interface SessionChannel {
  /** @param caseworkerId whose session the cookie of this browser proves from now on. */
  tell(caseworkerId: string): void;
}

const NAME = 'restante session';

/**
 * Opens the channel of this browser, for as long as the page stands.
 *
 * @param heard called with the id of whoever another tab says has the session now.
 */
export function openSessionChannel(heard: (caseworkerId: string) => void): SessionChannel {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') heard(data);
  };
  return { tell: (caseworkerId) => channel.postMessage(caseworkerId) };
}

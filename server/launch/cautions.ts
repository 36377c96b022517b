import type { Config } from '../config.ts';
import { isLoopback } from '../http/loopback.ts';

/** What is set so that the program works, but not as its operator will want; a sentence each. */
export function cautions({ host, listeners, publicUrl, staffUrl, trustProxy }: Config): string[] {
  const said: string[] = [];
  const urls = [listeners === 'staff' ? null : publicUrl, listeners === 'public' ? null : staffUrl];
  if (trustProxy === false && urls.some((url) => url?.startsWith('https:'))) {
    said.push(
      'A proxy stands in front, as https:// says, and TRUST_PROXY is off: everybody who comes through it is one caller to the limits. Set TRUST_PROXY to the number of proxies.',
    );
  }
  if (!isLoopback(host) && urls.every((url) => url === null)) {
    said.push(
      'HOST opens the program to other machines over plain http, where browsers keep no session and the network reads along. Put a proxy that ends TLS in front, and set PUBLIC_URL and STAFF_URL.',
    );
  }
  return said;
}

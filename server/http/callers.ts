import { hash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import type { Config } from '../config.ts';

type Trust = (address: string, distance: number) => boolean;

/**
 * Tells callers apart without keeping who they are: a hash of the address under a seed that is drawn at start and
 * never leaves the process. Two listeners or two processes name the same caller differently.
 */
export class Callers {
  private readonly seed = randomBytes(32).toString('hex');
  private readonly trust: Trust;

  /** @param trustProxy whose X-Forwarded-For is believed; false: nobody's, so a forged one changes nothing. */
  constructor(trustProxy: Config['trustProxy']) {
    this.trust = trustOf(trustProxy);
  }

  /** 22 characters, the same for one address (IPv6: for one /64) as long as the process runs. */
  of(request: IncomingMessage): string {
    const address = proxyAddress(request, this.trust) ?? '';
    return hash('sha256', this.seed + networkOf(address), 'base64url').slice(0, 22);
  }
}

function trustOf(trustProxy: Config['trustProxy']): Trust {
  if (trustProxy === false) return () => false;
  if (typeof trustProxy === 'number') return (_, distance) => distance < trustProxy;
  return proxyAddress.compile([...trustProxy]);
}

/** One household holds a whole IPv6 /64 and could otherwise be 2^64 callers. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  while (tail !== undefined && groups.length + after.length < 8) groups.push('0');
  return [...groups, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

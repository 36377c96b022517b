import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { Callers } from './callers.ts';

function from(address: string, forwardedFor?: string): IncomingMessage {
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  return { headers, socket: { remoteAddress: address } } as unknown as IncomingMessage;
}

describe('callers', () => {
  it('are told apart by address, without it standing in their name', () => {
    const callers = new Callers(false);

    const [one, again, other] = ['192.0.2.1', '192.0.2.1', '192.0.2.2'].map((address) =>
      callers.of(from(address)),
    );

    expect(again).toBe(one);
    expect(other).not.toBe(one);
    expect(one).toMatch(/^[\w-]{22}$/);
  });

  it('have another name in every process, so that nothing can be looked up in a table of all addresses', () => {
    expect(new Callers(false).of(from('192.0.2.1'))).not.toBe(new Callers(false).of(from('192.0.2.1')));
  });

  it('are one for a whole IPv6 network, however its addresses are written', () => {
    const callers = new Callers(false);

    const names = ['2001:db8:0:1::1', '2001:0db8:0000:0001:ffff:ffff:ffff:ffff', '2001:DB8::1:0:0:0:9'].map(
      (address) => callers.of(from(address)),
    );

    expect(new Set(names).size).toBe(1);
    expect(callers.of(from('2001:db8:0:2::1'))).not.toBe(names[0]);
  });

  it('are the same whether the system writes their IPv4 address as IPv6 or not', () => {
    const callers = new Callers(false);

    expect(callers.of(from('::ffff:192.0.2.1'))).toBe(callers.of(from('192.0.2.1')));
    expect(callers.of(from('::ffff:192.0.2.2'))).not.toBe(callers.of(from('192.0.2.1')));
  });

  it.each<[string, ConstructorParameters<typeof Callers>[0], string, string, string]>([
    ['nobody is trusted', false, '192.0.2.9', '203.0.113.1', '192.0.2.9'],
    ['one proxy is trusted and one header is forged', 1, '10.0.0.1', '203.0.113.1, 192.0.2.9', '192.0.2.9'],
    ['two proxies are trusted', 2, '10.0.0.1', '203.0.113.1, 192.0.2.9, 10.0.0.2', '192.0.2.9'],
    ['the proxy is trusted by address', ['10.0.0.1'], '10.0.0.1', '203.0.113.1, 192.0.2.9', '192.0.2.9'],
    ['the proxy is trusted by network', ['10.0.0.0/8'], '10.1.2.3', '192.0.2.9', '192.0.2.9'],
    ['a named range is trusted', ['loopback'], '127.0.0.1', '192.0.2.9', '192.0.2.9'],
    ['the request goes round the trusted proxy', ['10.0.0.1'], '192.0.2.9', '203.0.113.1', '192.0.2.9'],
    ['what is forwarded is no address', 1, '10.0.0.1', 'unknown', 'unknown'],
  ])('are who they are where %s', (_, trust, address, forwardedFor, real) => {
    const callers = new Callers(trust);

    expect(callers.of(from(address, forwardedFor))).toBe(callers.of(from(real)));
  });
});

import { describe, expect, it } from '@jest/globals';
import { SERVER_LIMITS } from './http-server.ts';
import { useWireLabs } from './testing/wire-lab.ts';

const QUERY = '{"query":"{ hello }"}';
const JSON_LINE = 'Content-Type: application/json\r\n';
const FIRST = `POST /graphql HTTP/1.1\r\nHost: h\r\n${JSON_LINE}Content-Length: ${QUERY.length}\r\n\r\n${QUERY}`;
const UPGRADE =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';

describe('a connection on which a second request comes before the first is answered', () => {
  const open = useWireLabs();

  it.each([
    ['has no Host', 'GET /b HTTP/1.1\r\n\r\n'],
    ['expects what nobody knows', 'GET /b HTTP/1.1\r\nHost: h\r\nExpect: x\r\n\r\n'],
    ['is no HTTP', 'x\r\n\r\n'],
    ['has two lengths', 'POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'],
    ['has headers without end', `GET /b HTTP/1.1\r\nHost: h\r\nX-A: ${'x'.repeat(30_000)}\r\n\r\n`],
    [
      'is longer than it may be',
      `POST /graphql HTTP/1.1\r\nHost: h\r\n${JSON_LINE}Content-Length: 200000\r\n\r\nx`,
    ],
    ['stops in its headers', 'GET /b HTTP/1.1\r\nHost'],
    [
      'stops in its body',
      `POST /graphql HTTP/1.1\r\nHost: h\r\n${JSON_LINE}Content-Length: 100\r\n\r\n{"query`,
    ],
    ['opens a socket', `GET /graphql HTTP/1.1\r\nHost: h\r\n${UPGRADE}\r\n`],
    ['opens a socket where there is none', `GET /b HTTP/1.1\r\nHost: h\r\n${UPGRADE}\r\n`],
    [
      'opens a socket without its key',
      'GET /graphql HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    ],
  ])('ends nothing but itself where that %s', async (_, second) => {
    const lab = await open({
      serverLimits: { ...SERVER_LIMITS, headersMs: 200, requestMs: 400, keepAliveMs: 200, idleMs: 800 },
    });

    await lab.exchange(`${FIRST}${second}`);

    expect((await lab.graphql('{ hello }')).status).toBe(200);
    expect(lab.log).toBe('');
  });
});

import { describe, expect, it } from '@jest/globals';
import { usePortal } from './testing/use-portal.ts';

const MOST = 50 * 1024; // 50 KiB, before scripts, uncompressed

describe('the weight of a page', () => {
  const lab = usePortal();

  it.each(['/', '/report', '/support', '/safety', '/about-messages', '/privacy', '/login'])(
    'of %s, with everything it loads but scripts, is at most 50 KiB',
    async (path) => {
      const html = await (await fetch(`${lab.url}${path}`)).text();
      const assets = [...html.matchAll(/<link[^>]*\shref="([^"]+)"/g)].map(([, address = '']) => address);

      const sizes = await Promise.all(
        assets.map(async (address) => (await (await fetch(`${lab.url}${address}`)).arrayBuffer()).byteLength),
      );

      expect(assets.length).toBeGreaterThan(0);
      expect(sizes.reduce((sum, size) => sum + size, Buffer.byteLength(html))).toBeLessThan(MOST);
    },
  );
});

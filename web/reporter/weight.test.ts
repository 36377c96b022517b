import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const KIB = 1024;
const MOST = 50 * KIB; // before scripts, uncompressed
const SCRIPTS_OF_A_QUESTION = 120 * KIB; // gzip
const SCRIPTS_OF_MESSAGES = 160 * KIB; // gzip

describe('the weight of a page', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const weightOf = async (html: string) => {
    const assets = [...html.matchAll(/<link[^>]*\shref="([^"]+)"/g)].map(([, address = '']) => address);
    const sizes = await Promise.all(
      assets.map(async (address) => (await (await fetch(`${lab.url}${address}`)).arrayBuffer()).byteLength),
    );
    expect(assets.length).toBeGreaterThan(0);
    return sizes.reduce((sum, size) => sum + size, Buffer.byteLength(html));
  };

  it('is at most 50 KiB with everything it loads but scripts, wherever people arrive', async () => {
    await lab.server.seed.firstAdministrator();
    const paths = [
      '/',
      '/report',
      '/support',
      '/safety',
      '/about-messages',
      '/privacy',
      '/accessibility',
      '/login',
    ];

    for (const path of paths) {
      const weight = await weightOf(await (await fetch(`${lab.url}${path}`)).text());

      expect({ path, isLight: weight <= MOST }).toEqual({ path, isLight: true });
    }
  });

  it('is at most 50 KiB for a question, and 120 KiB for its scripts, compressed', async () => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'on' });
    const person = new Person(page, lab.url);
    const scripts = scriptsOf(page);
    await person.open('/report');
    await person.press('Start');
    await person.press('Skip this question');
    await page.waitForLoadState('networkidle');

    expect(await weightOf(await page.content())).toBeLessThanOrEqual(MOST);
    expect(await scripts()).toBeLessThanOrEqual(SCRIPTS_OF_A_QUESTION);
  });

  it('is at most 160 KiB of scripts, compressed, for the page with the messages', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Waiting.');
    const { page } = await visit({ script: 'on' });
    const person = new Person(page, lab.url);
    const scripts = scriptsOf(page);
    const listening = page.waitForEvent('websocket');

    await person.logIn(code);
    await listening;

    expect(await scripts()).toBeLessThanOrEqual(SCRIPTS_OF_MESSAGES);
  });
});

/** Bytes of all scripts that were loaded since, each once, compressed. */
function scriptsOf(page: Page): () => Promise<number> {
  const bodies = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.set(response.url(), response.body());
  });
  return async () => {
    expect(bodies.size).toBeGreaterThan(0);
    const all = await Promise.all(bodies.values());
    return all.reduce((sum, body) => sum + gzipSync(body).byteLength, 0);
  };
}

import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../../server/testing/eventually.ts';
import { NEUTRAL_ADDRESS } from './leave-address.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const WORDS = 'A canary sang in the corridor.';

describe('"Leave this page"', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const sessions = async () => {
    const [row] = await lab.server.dataSource.query('SELECT count(*)::int AS open FROM reporter_session');
    return row.open;
  };

  it.each(['off', 'on'] as const)(
    'ends the session and leaves nothing in the browser, with scripts %s',
    async (script) => {
      await lab.server.seed.firstAdministrator();
      const { code } = await lab.server.seed.report(WORDS);
      const { page, context } = await visit({ script });
      const person = new Person(page, lab.url);
      await person.logIn(code);
      await person.follow('Your report');
      expect(await sessions()).toBe(1);

      const leaving = page.waitForRequest(NEUTRAL_ADDRESS);
      await person.follow('Leave this page').catch(() => undefined);
      await leaving;

      expect(await sessions()).toBe(0);
      expect(await context.cookies()).toEqual([]);
      expect(await kept(await context.newPage(), lab.url)).toEqual({ stores: 0, caches: [], databases: 0 });
      const { titles, addresses } = await historyOf(page);
      expect(
        titles.filter((title) => title !== 'Form – Example University' && !addresses.includes(title)),
      ).toEqual([]);
      expect(addresses.join()).not.toContain(code);
      expect(await wordsBehind(page)).not.toMatch(/canary|Messages about your report/);
    },
  );

  it.each(['off', 'on'] as const)(
    'shows no answer to whoever presses Back afterwards, with scripts %s',
    async (script) => {
      await lab.server.seed.firstAdministrator();
      const { page } = await visit({ script });
      const person = new Person(page, lab.url);
      await person.report(WORDS);
      await person.pick('No, send without messages');
      await person.press('Continue');
      expect(await person.words()).toContain(WORDS);

      const leaving = page.waitForRequest(NEUTRAL_ADDRESS);
      await person.follow('Leave this page').catch(() => undefined);
      await leaving;

      expect(await wordsBehind(page)).not.toContain('canary');
    },
  );

  it('goes to its end with scripts on, also where the page hears first that the session is over', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report(WORDS);
    const { page } = await visit({ script: 'on' });
    const person = new Person(page, lab.url);
    const [socket] = await Promise.all([page.waitForEvent('websocket'), person.logIn(code)]);
    await socket.waitForEvent('framereceived');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.route('**/leave', async (route) => {
      const [response] = await Promise.all([
        route.fetch({ maxRedirects: 0 }),
        socket.isClosed() || socket.waitForEvent('close'),
      ]);
      await route.fulfill({ response });
    });

    const leaving = page.waitForRequest(NEUTRAL_ADDRESS);
    await person.follow('Leave this page').catch(() => undefined);
    await leaving;

    expect(asked).not.toContain('/messages/hidden');
  });

  it('is Shift pressed three times, with scripts on, and blank within 200 ms, before the network answers', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report(WORDS);
    const { page } = await visit({ script: 'on' });
    const person = new Person(page, lab.url);
    await person.logIn(code);
    await page.waitForURL('**/messages');
    await page.locator('[data-with-script]').waitFor();
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/leave', (route) => held.then(() => route.continue()));
    // While a navigation is under way the browser answers no question about the page, so the page says it by itself.
    await page.evaluate(() => {
      let pressedAt = 0;
      addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
      new MutationObserver(() =>
        requestAnimationFrame(() =>
          setTimeout(() => {
            const words = document.body?.textContent ?? '';
            // biome-ignore lint/suspicious/noConsole: the one way out of a page that is being left
            console.debug(
              JSON.stringify({ milliseconds: performance.now() - pressedAt, words, title: document.title }),
            );
          }),
        ),
      ).observe(document.documentElement, { childList: true });
    });
    const drawn = page.waitForEvent('console');

    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');

    const blank = JSON.parse((await drawn).text());
    expect(blank).toEqual({
      milliseconds: expect.any(Number),
      words: '',
      title: 'Form – Example University',
    });
    expect(blank.milliseconds).toBeLessThan(200);
    go();
    await eventually(async () => (await sessions()) === 0);
  });

  it('is not Shift held for capitals, and not Escape', async () => {
    const { page } = await visit({ script: 'on' });
    const person = new Person(page, lab.url);
    await person.open('/login');
    await page.locator('[data-with-script]').waitFor();

    await page.getByLabel('Your code').pressSequentially('ABCDEFGH');
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('Escape');

    expect(await page.getByLabel('Your code').inputValue()).toBe('ABCDEFGH');
  });

  it.each(['Alt', 'Control'])(
    'is not Shift tapped while %s is held, which changes how somebody writes',
    async (held) => {
      const { page } = await visit({ script: 'on' });
      const person = new Person(page, lab.url);
      await person.open('/login');
      await page.locator('[data-with-script]').waitFor();
      await page.getByLabel('Your code').fill('ABCDEFGH');

      await page.keyboard.down(held);
      for (let press = 0; press < 4; press += 1) await page.keyboard.press('Shift');
      await page.keyboard.up(held);

      expect(await page.getByLabel('Your code').inputValue()).toBe('ABCDEFGH');
    },
  );

  it('is not a click with Shift, which extends what is selected', async () => {
    const { page } = await visit({ script: 'on' });
    const person = new Person(page, lab.url);
    await person.open('/login');
    await page.locator('[data-with-script]').waitFor();
    await page.getByLabel('Your code').fill('ABCDEFGH');

    for (let click = 0; click < 4; click += 1)
      await page.getByLabel('Your code').click({ modifiers: ['Shift'] });

    expect(await page.getByLabel('Your code').inputValue()).toBe('ABCDEFGH');
  });

  it('does not wait for a database that is gone', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report(WORDS);
    const { page, context } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    await person.logIn(code);
    lab.database.sever();

    const leaving = page.waitForRequest(NEUTRAL_ADDRESS, { timeout: 5_000 });
    await person.follow('Leave this page').catch(() => undefined);
    await leaving;

    expect(await context.cookies()).toEqual([]);
  });

  it('makes any device forget, also where nobody is signed in', async () => {
    const answer = await fetch(`${lab.url}/leave`, { redirect: 'manual' });

    expect(answer.status).toBe(303);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(answer.headers.get('location')).not.toContain(new URL(lab.url).host);
  });
});

describe('"You have finished"', () => {
  const lab = usePortal();
  const visit = useBrowser();

  it('is not said to whoever opens its address while signed in', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report(WORDS);
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    await person.logIn(code);

    await person.open('/cy/finished');

    expect(page.url()).toBe(`${lab.url}/cy/finish`);
    expect(await person.words()).not.toContain('wedi’ch allgofnodi');
  });
});

/** What the browser keeps for the portal. Asked from a page of the portal that keeps nothing itself. */
async function kept(page: Page, url: string) {
  await page.goto(`${url}/support`);
  return page.evaluate(async () => ({
    stores: localStorage.length + sessionStorage.length,
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).length,
  }));
}

/** Titles and addresses as the browser's history lists them. */
async function historyOf(page: Page): Promise<{ titles: string[]; addresses: string[] }> {
  const devtools = await page.context().newCDPSession(page);
  const { entries } = await devtools.send('Page.getNavigationHistory');
  const own = entries.filter(({ url }) => url.startsWith('http://localhost'));
  return { titles: own.map(({ title }) => title), addresses: own.map(({ url }) => url) };
}

/** Everything that can be read on the way back through the whole history. */
async function wordsBehind(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const { currentIndex, entries } = await devtools.send('Page.getNavigationHistory');
  let words = '';
  for (const { id } of entries.slice(0, currentIndex).reverse()) {
    const loaded = page.waitForEvent('framenavigated', { timeout: 5_000 }).catch(() => undefined);
    await devtools.send('Page.navigateToHistoryEntry', { entryId: id });
    await loaded;
    words += await page.content();
  }
  return words;
}

import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { keepPicture } from './testing/pictures.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const WORDS = 'A canary sang in the lift.';
const IDLE_SECONDS = '1200'; // 20 minutes

describe('messages and answers that were left open', () => {
  const lab = usePortal();
  const visit = useBrowser();

  it.each(['/messages', '/messages/report'])(
    'leave the screen of %s when the session ends, without scripts, and Back does not bring them',
    async (path) => {
      await lab.server.seed.firstAdministrator();
      const { code } = await lab.server.seed.report(WORDS);
      const { page } = await visit({ script: 'off' });
      const person = new Person(page, lab.url);
      await person.logIn(code);
      const said: string[] = [];
      // Twenty minutes are over at once.
      await page.route(`**${path}`, async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers() };
        said.push(headers['refresh'] ?? '');
        if (said.length === 1) headers['refresh'] = said[0]?.replace(IDLE_SECONDS, '0') ?? '';
        await route.fulfill({ response, headers });
      });

      await page.goto(`${lab.url}${path}`);
      await page.waitForURL('**/messages/hidden');

      expect(said).toEqual([`${IDLE_SECONDS}; url=/messages/hidden`]);
      expect(await person.heading()).toBe('Your messages are hidden');
      expect(await person.words()).not.toContain('canary');
      await checkPage(page);
      await keepPicture(page, 'messages-hidden');
      await page.goBack();
      expect(page.url()).not.toContain(`${path}/hidden`);
      await page.goto(`${lab.url}/messages/hidden`);
      await person.follow('Go to your messages');
      expect(await person.heading()).toBe('Messages about your report');
    },
  );

  it('stay where there is none: a form keeps its words, and who is signed out sees nothing anyway', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report(WORDS);
    const { page } = await visit({ script: 'off' });
    const person = new Person(page, lab.url);
    const refreshOf = async (path: string) => (await page.goto(`${lab.url}${path}`))?.headers()['refresh'];

    expect(await refreshOf('/messages')).toBeUndefined();
    await person.logIn(code);
    expect(await refreshOf('/cy/messages')).toBe(`${IDLE_SECONDS}; url=/cy/messages/hidden`);
    expect(await refreshOf('/messages/write')).toBeUndefined();
    expect(await refreshOf('/messages/hidden')).toBeUndefined();
    expect(await refreshOf('/report')).toBeUndefined();
  });

  it.each(['/messages', '/messages/report'])(
    'go at once, with scripts, from %s when somebody finishes in another tab',
    async (path) => {
      await lab.server.seed.firstAdministrator();
      const { code } = await lab.server.seed.report(WORDS);
      const { page } = await visit({ script: 'on' });
      const person = new Person(page, lab.url);
      await subscribes(page, () => person.logIn(code));
      await subscribes(page, () => person.open(path));
      const other = new Person(await page.context().newPage(), lab.url);

      await other.open('/finish');
      await other.press('Finish and clear this device');

      await page.waitForURL('**/messages/hidden');
      expect(await person.heading()).toBe('Your messages are hidden');
      await person.follow('Go to your messages');
      expect(await person.words()).not.toContain('canary');
    },
  );

  it('go at once, with scripts, when a code is entered in another tab, which says whose report it shows', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report(WORDS);
    const second = await lab.server.seed.report('Something else.');
    const { page } = await visit({ script: 'on' });
    const person = new Person(page, lab.url);
    await subscribes(page, () => person.logIn(code));
    const other = new Person(await page.context().newPage(), lab.url);

    await other.logIn(second.code);

    await page.waitForURL('**/messages/hidden');
    expect(await person.words()).toContain('a code was entered in another tab');
    await person.follow('Go to your messages');
    expect(await person.words()).toContain('This page is about the report whose code was entered last.');
    await person.follow('Your report');
    expect(await person.words()).toContain('Something else.');
    expect(await person.words()).toContain('This page is about the report whose code was entered last.');
  });
});

/** Opens a page, and waits until it listens for replies. */
async function subscribes(page: Page, open: () => Promise<void>): Promise<void> {
  const subscribed = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framesent'));
  await open();
  await subscribed;
}

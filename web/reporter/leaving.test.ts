import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../server/testing/eventually.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

describe('"Leave this page"', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const sessions = async () => {
    const [row] = await lab.server.dataSource.query('SELECT count(*)::int AS open FROM reporter_session');
    return row.open;
  };

  it.each(['off', 'on'] as const)(
    'ends the session and clears the browser, with scripts %s',
    async (script) => {
      await lab.server.seed.firstAdministrator();
      const { code } = await lab.server.seed.report('In a hurry.');
      const { page, context } = await visit({ script });
      const person = new Person(page, lab.url);
      await person.logIn(code);
      expect(await sessions()).toBe(1);

      const leaving = page.waitForRequest('https://www.bbc.co.uk/weather');
      await person.follow('Leave this page').catch(() => undefined);
      await leaving;

      expect(await sessions()).toBe(0);
      expect(await context.cookies()).toEqual([]);
      await page.goBack().catch(() => undefined);
      expect(await person.words()).not.toContain('Messages about your report');
    },
  );

  it('is Shift pressed three times, with scripts on, and goes blank before the network answers', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('In a hurry.');
    const { page } = await visit({ script: 'on' });
    const person = new Person(page, lab.url);
    await person.logIn(code);
    const asked = page.waitForRequest('**/leave');

    const parts = await page.evaluate(() => {
      for (let press = 0; press < 3; press += 1) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
      }
      return document.documentElement.childElementCount;
    });

    expect(parts).toBe(0);
    await asked;
    await eventually(async () => (await sessions()) === 0);
  });

  it('makes any device forget, also where nobody is signed in', async () => {
    const answer = await fetch(`${lab.url}/leave`, { redirect: 'manual' });

    expect(answer.status).toBe(303);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(answer.headers.get('location')).not.toContain(new URL(lab.url).host);
  });
});

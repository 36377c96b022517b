import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { localeOfPath, PORTAL_LOCALES, type PortalLocale, pathIn } from './locale.ts';
import { checkPage } from './testing/page-check.ts';
import { languageOf, readLanguage } from './testing/page-language.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const WORDS = 'A canary sang in the corridor.';

/** Axe looks at every page, which takes its second on a busy machine. */
const LONG = 240_000; // 4 minutes

/** Says of the page that is open: it is all in its language. The one without a prefix is looked at in every way. */
async function look(page: Page, locale: PortalLocale): Promise<void> {
  await (locale.prefix === '' ? checkPage(page) : readOnly(page, locale));
}

/** Says of the page that is open that it is all in its language. */
async function readOnly(page: Page, locale: PortalLocale): Promise<void> {
  expect(await readLanguage(page, locale)).toEqual(languageOf(locale));
}

/** The same of a page that scripts have changed since it came. */
async function lookAsItStands(page: Page, locale: PortalLocale): Promise<void> {
  await readOnly(page, locale);
  await checkPage(page);
}

/** Presses a button by what its form is told, and waits for the page that answers. */
function press(page: Page, go: string): Promise<void> {
  return follow(page, page.locator(`button[name="go"][value="${go}"]:not(.default-button)`).first());
}

/** Presses what leads to another page, and waits for that. */
async function follow(page: Page, pressed: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), pressed.click()]);
}

/** What a question is answered with. */
function kindOfQuestion(page: Page): Promise<string> {
  const fields = page.locator('main :is(input:not([type=hidden]), select, textarea)');
  return fields.evaluateAll((all) =>
    [...new Set(all.map((field) => field.getAttribute('type') ?? field.localName))].join(),
  );
}

describe.each(PORTAL_LOCALES)('the portal in $name, without scripts, at 320 pixels', (locale) => {
  const lab = usePortal();
  const visit = useBrowser();
  const at = (path: string) => `${lab.url}${pathIn(locale, path)}`;

  it(
    'is in that language on every page that can be opened by its address',
    async () => {
      await lab.server.seed.firstAdministrator();
      const { page } = await visit({ script: 'off' });

      for (const path of [
        '/',
        '/support',
        '/safety',
        '/about-messages',
        '/privacy',
        '/accessibility',
        '/login',
      ]) {
        await page.goto(at(path));
        await look(page, locale);
      }
      for (const path of ['/finish', '/finished', '/sent', '/messages', '/messages/write', '/nowhere']) {
        await page.goto(at(path));
        await look(page, locale);
      }
    },
    LONG,
  );

  it(
    'is in that language while nobody could read a report',
    async () => {
      const { page } = await visit({ script: 'off' });

      await page.goto(at('/report'));

      await look(page, locale);
    },
    LONG,
  );

  it(
    'is in that language from the first question to the reply, with every problem on the way',
    async () => {
      const staff = await lab.server.seed.firstAdministrator();
      const { page } = await visit({ script: 'off' });

      await page.goto(at('/report-with-contact-details'));
      await look(page, locale);
      await press(page, 'next');
      await page.locator('#answer').fill('x'.repeat(5_001));
      await press(page, 'next');
      await look(page, locale);
      await page.locator('#answer').fill(WORDS);
      await press(page, 'next');
      const seen = new Set<string>();
      while ((await page.locator('#email').count()) === 0) {
        // Pages of one kind differ in their words only.
        const kind = await kindOfQuestion(page);
        const check = seen.has(kind) ? readOnly : look;
        seen.add(kind);
        await check(page, locale);
        if (await page.locator('input[value="rather-not-say"]').count()) {
          for (const choice of await page.locator('input[name="answer"]').all()) await choice.check();
        }
        if (await page.locator('#year').count()) {
          await page.locator('#year').fill(locale.tag === 'ar' ? '٢٠٢٥' : '2025');
          await press(page, 'next');
          await look(page, locale);
          await page.locator('#month').selectOption('03');
        }
        await press(page, 'next');
        if (await page.locator('.problems').count()) {
          await check(page, locale);
          await press(page, 'skip');
          await check(page, locale);
          await press(page, 'leave-out');
        }
      }
      await press(page, 'next');
      await look(page, locale);
      await page.locator('#name').fill('Sam');
      await page.locator('#email').fill('sam@example.org');
      await press(page, 'next');
      await look(page, locale);
      await press(page, 'next');
      await look(page, locale);
      await page.locator('#messaging-yes').check();
      await press(page, 'next');
      await look(page, locale);
      const code = ((await page.locator('[data-code]').textContent()) ?? '').trim();
      await press(page, 'next');
      await press(page, 'next');
      await look(page, locale);
      await press(page, 'code-saved');
      await look(page, locale);
      expect(await page.locator('#answer-of-when').textContent()).toMatch(/2025/);
      await press(page, 'send');
      await look(page, locale);
      expect(await page.locator('[data-code]').textContent()).toBe(code);
      expect(await page.locator('.languages').count()).toBe(0);
      await page.reload();
      await look(page, locale);
      expect(await page.locator('.languages').count()).toBe(1);

      await lab.server.seed.reply(staff, 'Thank you.');
      await page.goto(at('/login'));
      await page.locator('#code').fill(code.slice(1));
      await follow(page, page.locator('.button-main'));
      await look(page, locale);
      await page.locator('#code').fill(code);
      await follow(page, page.locator('.button-main'));
      await page.locator('article.from-caseworker').waitFor();
      expect(page.url()).toBe(at('/messages'));
      await look(page, locale);
      await page.goto(at('/messages/report'));
      await look(page, locale);
      await page.goto(at('/messages/write'));
      await look(page, locale);
      await press(page, 'next');
      await look(page, locale);
      await page.locator('#text').fill('Thanks.');
      await press(page, 'next');
      await press(page, 'send');
      await look(page, locale);
      expect(page.url()).toBe(at('/messages/sent'));
    },
    LONG,
  );
});

describe.each(PORTAL_LOCALES)('what scripts add in $name, at 320 pixels', (locale) => {
  const lab = usePortal();
  const visit = useBrowser();

  it(
    'is in that language, and open to everybody: the count, the look through the answers, a reply that arrives',
    async () => {
      const staff = await lab.server.seed.firstAdministrator();
      const { page, complaints } = await visit({ script: 'on' });

      await page.goto(`${lab.url}${pathIn(locale, '/report')}`);
      await press(page, 'next');
      await page.locator('#answer').fill('x'.repeat(5_001));
      await page.locator('.count.is-over').waitFor();
      await lookAsItStands(page, locale);
      await page.locator('#answer').fill('It was Robin Example (robin@example.org, s1234567).');
      await press(page, 'next');
      while ((await page.locator('#messaging-yes').count()) === 0) await press(page, 'skip');
      await page.locator('#messaging-yes').check();
      await press(page, 'next');
      const code = ((await page.locator('[data-code]').textContent()) ?? '').trim();
      await page.locator('[data-copy]').click();
      await page.locator('[data-copy-said]:not(:empty)').waitFor();
      await lookAsItStands(page, locale);
      await press(page, 'next');
      await press(page, 'code-saved');
      await page.locator('[data-glance-look]').click();
      await page.locator('[data-glance-list] li').first().waitFor();
      await lookAsItStands(page, locale);
      await press(page, 'send');

      await page.goto(`${lab.url}${pathIn(locale, '/login')}`);
      await page.locator('#code').fill(code);
      await follow(page, page.locator('.button-main'));
      await page.waitForURL('**/messages');
      await lab.server.seed.reply(staff, 'Thank you.');
      await page.locator('[data-replies-show]').waitFor();
      await lookAsItStands(page, locale);
      expect(complaints).toEqual([]);
    },
    LONG,
  );
});

describe('the choice of language', () => {
  const lab = usePortal();
  const visit = useBrowser();

  it('is a link that keeps the page, and no cookie', async () => {
    const { page, context } = await visit({ script: 'off' });
    await page.goto(`${lab.url}/safety`);

    await follow(page, page.getByRole('link', { name: 'العربية' }));
    expect(page.url()).toBe(`${lab.url}/ar/safety`);
    await follow(page, page.getByRole('link', { name: 'Cymraeg' }));
    expect(page.url()).toBe(`${lab.url}/cy/safety`);
    await follow(page, page.getByRole('link', { name: 'English' }));

    expect(page.url()).toBe(`${lab.url}/safety`);
    expect(await context.cookies()).toEqual([]);
  });

  it('keeps the step and what stands in its field in the middle of a report', async () => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'off' });
    await page.goto(`${lab.url}/report`);
    await press(page, 'next');
    await page.locator('#answer').fill(WORDS);

    await follow(page, page.getByRole('button', { name: 'العربية' }));

    expect(page.url()).toBe(`${lab.url}/ar/report`);
    expect(await page.locator('h1').textContent()).toBe('ماذا حدث؟');
    expect(await page.locator('#answer').inputValue()).toBe(WORDS);
    await press(page, 'next');
    await follow(page, page.getByRole('button', { name: 'English' }));
    await press(page, 'back');
    expect(await page.locator('#answer').inputValue()).toBe(WORDS);
  });

  it('keeps a message that is not sent yet', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report(WORDS);
    const { page } = await visit({ script: 'off' });
    await page.goto(`${lab.url}/login`);
    await page.locator('#code').fill(code);
    await follow(page, page.locator('.button-main'));
    await page.goto(`${lab.url}/messages/write`);
    await page.locator('#text').fill('Not sent yet.');

    await follow(page, page.getByRole('button', { name: 'Cymraeg' }));

    expect(page.url()).toBe(`${lab.url}/cy/messages/write`);
    expect(await page.locator('#text').inputValue()).toBe('Not sent yet.');
  });

  it('offers the languages of the organisation only, and marks its words where they are in another', async () => {
    const { page } = await visit({ script: 'off' });
    await lab.set(`locales = '{en}', texts = texts - 'ar' - 'cy'`);

    await page.goto(`${lab.url}/ar/support`);

    expect(await page.getByRole('link', { name: 'Cymraeg' }).count()).toBe(0);
    const advice = page.locator('.danger span[lang="en"]');
    expect(await advice.getAttribute('dir')).toBe('ltr');
    expect(await advice.textContent()).toContain('999');
    await checkPage(page);
  });

  it('knows the language of an address without a page', () => {
    expect(localeOfPath('cy')?.tag).toBe('cy');
    expect(localeOfPath('constructor')).toBeUndefined();
  });
});

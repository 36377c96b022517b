import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

describe('the code, once it is shown', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const atTheCode = async (script: 'on' | 'off', prepare?: (page: Page) => Promise<unknown>) => {
    await lab.server.seed.firstAdministrator();
    const visitor = await visit({ script });
    await prepare?.(visitor.page);
    const person = new Person(visitor.page, lab.url);
    await person.report('A canary sang.');
    await person.pick('Yes, give me a code');
    await person.press('Continue');
    return { person, code: await person.code(), ...visitor };
  };

  it.each(['off', 'on'] as const)(
    'comes as a file of a neutral name with nothing else in it, and stays on its page, with scripts %s',
    async (script) => {
      const { person, code, page } = await atTheCode(script);

      const coming = page.waitForEvent('download');
      await person.press('Download the code');
      const file = await coming;

      expect(file.suggestedFilename()).toBe('notes.txt');
      expect(file.url()).not.toContain(code);
      expect((await readFile(await file.path(), 'utf8')).trim()).toBe(code);
      expect(await person.code()).toBe(code);
    },
  );

  it('is copied as it is written, and that is said, and can be pasted where it is asked for', async () => {
    const { person, code, page, context } = await atTheCode('on');
    await context.grantPermissions(['clipboard-write']);

    await person.press('Copy the code');

    await page.getByRole('status').getByText('The code was copied.').waitFor();
    await person.open('/login');
    await page.getByLabel('Your code').focus();
    await page.keyboard.press('ControlOrMeta+v');
    expect(await page.getByLabel('Your code').inputValue()).toBe(code);
  });

  it('is alone on paper with its address, also in browsers without `:has()`, before and after it is sent', async () => {
    const { person, code, page } = await atTheCode('off', withoutHas);
    const spoken = code.replaceAll(/(?<=\w)(?=\w)/g, ' ').replaceAll('-', ', ');
    const onPaper = async () => {
      await page.emulateMedia({ media: 'print' });
      const printed = (await person.words()).replace(/\s+/g, ' ').replace(`${spoken} `, '');
      await page.emulateMedia({ media: 'screen' });
      return printed;
    };
    const alone = `Your code ${code} Where to use it: ${new URL(lab.url).host}/login`;

    expect(await onPaper()).toBe(alone);
    await person.press('I have saved it, continue');
    await person.press('I have saved it, skip this');
    await person.press('Send report');
    expect(await person.heading()).toBe('Your report has been sent');
    expect(await onPaper()).toBe(alone);
  });

  it('is gone also where a browser brings its page back from memory, after it was sent', async () => {
    const { person, code, page } = await atTheCode('on');
    await person.press('I have saved it, continue');
    await person.press('I have saved it, skip this');
    await person.press('Send report');
    expect(await person.code()).toBe(code);
    await page.locator('[data-print]:visible').waitFor();

    // Browsers under test keep no page in memory, so this says what one that does would say.
    const loaded = page.waitForEvent('load');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await loaded;

    expect(await person.heading()).toBe('Your report was sent');
    expect(await person.words()).not.toContain(code);
  });

  it('has no button that would do nothing where scripts are off', async () => {
    const { page } = await atTheCode('off');

    expect(await page.getByRole('button', { name: 'Copy the code' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Print the code' }).count()).toBe(0);
  });
});

describe('the answers on paper', () => {
  const lab = usePortal();
  const visit = useBrowser();

  it('have nothing beside them that can be pressed on a screen only', async () => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'on' });
    const person = new Person(page, lab.url);
    await person.report('To be kept on paper.');
    await person.pick('No, send without messages');
    await person.press('Continue');
    await page.getByText('To be kept on paper.').waitFor();

    await page.emulateMedia({ media: 'print' });

    expect(await person.words()).toContain('To be kept on paper.');
    expect(await page.locator(':is(a, button):not(.default-button):visible').allInnerTexts()).toEqual([]);
  });
});

describe('the count of a long answer', () => {
  const lab = usePortal();
  const visit = useBrowser();

  it('is seen from the start, and read out from 80 % of what fits', async () => {
    await lab.server.seed.firstAdministrator();
    const { page } = await visit({ script: 'on' });
    const person = new Person(page, lab.url);
    await person.open('/report');
    await person.press('Start');
    const said = page.getByRole('status');

    await person.write('What happened?', 'x'.repeat(4_000));
    await said.getByText('4000 of 5000 characters').waitFor();
    await person.write('What happened?', 'x'.repeat(3_999));

    await page.locator('.count').getByText('3999 of 5000 characters').waitFor();
    await page.waitForFunction(() => document.querySelector('[data-count-said]')?.textContent === '');
  });
});

/** Makes a browser that passes over every rule with `:has()`, as Firefox before 121 and Safari before 15.4 do. */
function withoutHas(page: Page): Promise<unknown> {
  return page.route('**/*.css', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll(/[^{}]*:has\([^{}]*\{[^{}]*\}/g, '');
    await route.fulfill({ response: answer, body });
  });
}

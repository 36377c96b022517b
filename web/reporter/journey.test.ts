import { describe, expect, it } from '@jest/globals';
import { KeyboardPerson } from './testing/keyboard-person.ts';
import { checkPage } from './testing/page-check.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const WORDS = 'A canary sang in the corridor.';

/** Axe looks at every page, which takes its second on a busy machine. */
const LONG = 120_000; // 2 minutes

describe.each(['off', 'on'] as const)(
  'the whole journey with the keyboard alone, scripts %s, at 320 pixels',
  (script) => {
    const lab = usePortal();
    const visit = useBrowser();

    it(
      'goes from the first page to a sent report, and says so once',
      async () => {
        await lab.server.seed.firstAdministrator();
        const { page, context, hosts, complaints } = await visit({ script });
        const person = new KeyboardPerson(page, lab.url);

        await person.open('/');
        await checkPage(page);
        expect(await person.nextStop()).toBe('Skip to the page');
        expect(await person.nextStop()).toBe('Leave this page');
        await person.follow('Report anonymously');
        await checkPage(page);
        await person.press('Start');
        await person.focused('h1');
        await person.write('What happened?', WORDS);
        await person.press('Continue');
        await checkPage(page);
        await person.press('Back');
        expect(await page.getByLabel('What happened?').inputValue()).toBe(WORDS);
        await person.press('Continue');
        await person.skipTo('Roughly when');
        await checkPage(page);
        await person.skipTo('Do you want to be able to get messages');
        await checkPage(page);
        await person.pick('Yes, give me a code');
        await person.press('Continue');
        await checkPage(page);
        const code = await person.code();
        await person.press('I have saved it, continue');
        await checkPage(page);
        await person.write('Enter the last 4 characters of your code', code.slice(-4).toLowerCase());
        await person.press('Continue');
        await checkPage(page);
        expect(await person.words()).toContain('Nothing is sent until you press “Send report”.');
        await person.press('Send report');

        await checkPage(page);
        expect(await person.heading()).toBe('Your report has been sent');
        expect(await person.code()).toBe(code);
        expect(page.url()).toBe(`${lab.url}/sent`);
        expect(await context.cookies()).toEqual([]);
        await page.reload();
        expect(await person.words()).toContain(
          'Your report was sent. For your safety this page shows only once.',
        );
        expect(await person.words()).not.toContain(code);
        expect([...hosts]).toEqual([new URL(lab.url).host]);
        expect(complaints).toEqual([]);
      },
      LONG,
    );

    it(
      'comes back with the code, reads a reply, answers it, and finishes',
      async () => {
        const staff = await lab.server.seed.firstAdministrator();
        const { code } = await lab.server.seed.report(WORDS);
        await lab.server.seed.reply(staff, 'Thank you. Are you safe?');
        const { page, context, hosts, complaints } = await visit({ script });
        const person = new KeyboardPerson(page, lab.url);

        await person.logIn(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'));
        await checkPage(page);
        expect(await person.words()).toMatch(/This is not instant messaging\./);
        expect(await person.words()).toContain('Thank you. Are you safe?');
        await person.follow('Your report');
        await checkPage(page);
        expect(await person.words()).toContain(WORDS);
        await person.follow('Back to your messages');
        await person.press('Write a message');
        await checkPage(page);
        await person.write('Your message', 'Yes, I am.');
        await person.press('Continue');
        await checkPage(page);
        await person.press('Send message');
        await checkPage(page);
        expect(await person.words()).toMatch(
          /Message sent\. We aim to reply by \w+ \d+ \w+\. You can close this page\./,
        );
        await page.reload();
        await person.follow('Back to your messages');
        expect((await person.words()).match(/Yes, I am\./g)).toHaveLength(1);
        await person.press('Write a message');
        expect(await person.words()).toContain('You can wait for a reply before you write again.');
        await checkPage(page);
        await person.open('/messages');
        await person.follow('Finish');
        await person.press('Finish and clear this device');

        await checkPage(page);
        expect(await person.heading()).toBe('You have finished');
        expect(await context.cookies()).toEqual([]);
        await person.open('/messages');
        expect(await person.heading()).toBe('Read your messages');
        expect([...hosts]).toEqual([new URL(lab.url).host]);
        expect(complaints).toEqual([]);
      },
      LONG,
    );
  },
);

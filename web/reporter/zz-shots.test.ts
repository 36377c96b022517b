import { mkdirSync } from 'node:fs';
import { describe, it } from '@jest/globals';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

describe('shots', () => {
  const lab = usePortal();
  const visit = useBrowser();
  it.each([
    ['off', 320, 'light'],
    ['on', 1100, 'dark'],
  ] as const)(
    '%s %s %s',
    async (script, width, colorScheme) => {
      const dir = `/tmp/shots3/${width}-${colorScheme}`;
      mkdirSync(dir, { recursive: true });
      const staff = await lab.server.seed.firstAdministrator();
      const { page } = await visit({ script, width });
      await page.emulateMedia({ colorScheme });
      const p = new Person(page, lab.url);
      let n = 0;
      const shot = async (name: string) => {
        n += 1;
        await page.screenshot({ path: `${dir}/${String(n).padStart(2, '0')}-${name}.png`, fullPage: true });
      };
      await p.open('/');
      await shot('landing');
      await p.open('/report-with-contact-details');
      await shot('start');
      await p.press('Start');
      await shot('question');
      await p.write('What happened?', 'It was Robin Example (robin@example.org). Call 020 7946 0018.');
      await p.press('Privacy');
      await shot('aside');
      await page.getByRole('button', { name: 'Go back to where you were' }).last().click();
      await p.press('Continue');
      await shot('choices');
      await p.skipTo('How may we contact you?');
      await p.press('Continue');
      await shot('contact-error');
      await p.write('Your name', 'R');
      await p.write('Phone number', '020 7946 0018');
      await p.press('Continue');
      await shot('optin');
      await p.pick('Yes, give me a code');
      await p.press('Continue');
      await shot('code');
      await p.press('I have saved it, continue');
      await shot('codecheck');
      await p.press('I have saved it, skip this');
      if (script === 'on') {
        await p.press('Look through my answers');
        await page.locator('mark').first().waitFor();
      }
      await shot('check');
      await p.press('Send report');
      await shot('sent');
      const code = await p.code();
      await p.logIn('AAAA');
      await shot('login-error');
      await p.logIn(code);
      await lab.server.seed.reply(staff, 'Thank you for telling us. Are you safe where you are?');
      if (script === 'on') await page.getByText('There is 1 new reply').waitFor();
      await shot('messages');
      await p.follow('Write a message');
      await shot('write');
      await p.write('Your message', 'Yes, thank you.');
      await p.press('Continue');
      await shot('review');
      await p.press('Send message');
      await shot('message-sent');
      await p.open('/messages');
      await shot('messages2');
      await p.open('/about-messages');
      await shot('about');
      await p.open('/accessibility');
      await shot('accessibility');
    },
    120_000,
  );
});

import { describe, expect, it } from '@jest/globals';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const HOUR = 3_600_000;
const WORDS = 'A canary sang in the corridor.';

describe('two codes in one browser', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const someone = async () => {
    const { page } = await visit({ script: 'off' });
    return new Person(page, lab.url);
  };

  it.each(['Check for replies', 'Your report'])(
    'says whose report it shows where another code was entered in a further tab, on “%s” and on a reload',
    async (link) => {
      await lab.server.seed.firstAdministrator();
      const { code } = await lab.server.seed.report('Before.');
      const other = await lab.server.seed.report('Something else.');
      const person = await someone();
      await person.logIn(code);
      expect(await person.words()).not.toContain('entered last');
      const furtherTab = new Person(await person.page.context().newPage(), lab.url);
      await furtherTab.logIn(other.code);
      expect(await furtherTab.words()).toContain('the report whose code was entered last');

      await person.follow(link);

      expect(await person.words()).toContain('the report whose code was entered last');
      await checkPage(person.page);
      await person.page.reload();
      expect(await person.words()).toContain('the report whose code was entered last');
      await person.follow('enter its code');
      expect(await person.heading()).toBe('Read your messages');
      const [{ open }] = await lab.server.dataSource.query(
        'SELECT count(*)::int AS open FROM reporter_session',
      );
      expect(open).toBe(1);
    },
  );

  it('says nothing of another code to whoever enters theirs again after the session has ended', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const person = await someone();
    await person.logIn(code);
    lab.server.clock.advance(3 * HOUR);
    await person.open('/messages');

    await person.write('Your code', code);
    await person.press('Continue');

    expect(await person.heading()).toBe('Messages about your report');
    expect(await person.words()).not.toContain('entered last');
  });

  it('sends no message to another report whose code was entered in a further tab since', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const other = await lab.server.seed.report('Something else.');
    const person = await someone();
    await person.logIn(code);
    await person.press('Write a message');
    await person.write('Your message', WORDS);
    const furtherTab = new Person(await person.page.context().newPage(), lab.url);
    await furtherTab.logIn(other.code);
    expect(await furtherTab.heading()).toBe('Messages about your report');

    await person.press('Continue');
    expect(await person.heading()).toBe('Which report is your message about?');
    expect(await person.words()).toContain(WORDS);
    await checkPage(person.page);
    await person.write('Your code', 'ABC');
    await person.press('Continue');
    expect(await person.heading()).toBe('Which report is your message about?');
    await checkPage(person.page);
    await person.write('Your code', code);
    await person.press('Continue');
    await person.press('Send message');

    expect(await person.heading()).toBe('Message sent');
    await person.follow('Back to your messages');
    expect(await person.words()).toContain(WORDS);
    await furtherTab.logIn(other.code);
    expect(await furtherTab.heading()).toBe('Messages about your report');
    expect(await furtherTab.words()).not.toContain(WORDS);
  });

  it('begins no message to another report than the one whose messages are on the page', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const other = await lab.server.seed.report('Something else.');
    const person = await someone();
    await person.logIn(code);
    const furtherTab = new Person(await person.page.context().newPage(), lab.url);
    await furtherTab.logIn(other.code);
    expect(await furtherTab.heading()).toBe('Messages about your report');

    await person.press('Write a message');

    expect(await person.heading()).toBe('Which report is your message about?');
    expect(await person.words()).not.toContain('Your message is kept');
    await checkPage(person.page);
    await person.write('Your code', code);
    await person.press('Continue');
    expect(await person.heading()).toBe('Write a message');
    await person.write('Your message', WORDS);
    await person.press('Continue');
    await person.press('Send message');
    await person.follow('Back to your messages');
    expect(await person.words()).toContain(WORDS);
    await furtherTab.logIn(other.code);
    expect(await furtherTab.words()).not.toContain(WORDS);
  });
});

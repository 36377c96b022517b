import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../server/testing/eventually.ts';
import { Person } from './testing/person.ts';
import { useBrowser, type Visitor } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const WORDS = 'A canary sang in the corridor.';

/** Every click goes out on a dead line, and every page comes after it with the browser's own "Reload". */
const LONG = 60_000; // 1 minute

/** Somebody whose line goes dead at every click. */
class PersonOnADeadLine extends Person {
  constructor(
    private readonly visitor: Visitor,
    url: string,
  ) {
    super(visitor.page, url);
  }

  override press(name: string): Promise<void> {
    return this.onADeadLine(() => super.press(name));
  }

  override follow(name: string): Promise<void> {
    return this.onADeadLine(() => super.follow(name));
  }

  private async onADeadLine(click: () => Promise<void>): Promise<void> {
    const { page, context } = this.visitor;
    await context.setOffline(true);
    await click().catch(() => undefined);
    await eventually(() => page.evaluate(() => document.URL.startsWith('chrome-error:')).catch(() => false));
    await context.setOffline(false);
    await page.reload();
  }
}

describe.each(['off', 'on'] as const)('a line that goes dead at every click, with scripts %s', (script) => {
  const lab = usePortal();
  const visit = useBrowser();

  const someone = async () => new PersonOnADeadLine(await visit({ script }), lab.url);
  const stored = async (table: 'case_file' | 'message') => {
    const [row] = await lab.server.dataSource.query(`SELECT count(*)::int AS rows FROM ${table}`);
    return row.rows;
  };

  it(
    'takes no answer, makes no second report, and leaves the code as it was',
    async () => {
      await lab.server.seed.firstAdministrator();
      const person = await someone();

      await person.open('/report');
      await person.press('Start');
      await person.write('What happened?', WORDS);
      await person.press('Continue');
      await person.press('Back');
      expect(await person.page.getByLabel('What happened?').inputValue()).toBe(WORDS);
      await person.press('Continue');
      await person.skipTo('Do you want to be able to get messages');
      await person.pick('Yes, give me a code');
      await person.press('Continue');
      const code = await person.code();
      await person.press('I have saved it, continue');
      await person.press('I have saved it, skip this');
      expect(await person.words()).toContain(WORDS);
      await person.press('Send report');

      expect(await person.heading()).toBe('Your report has been sent');
      expect(await person.code()).toBe(code);
      expect(await stored('case_file')).toBe(1);
    },
    LONG,
  );

  it(
    'takes no message, and sends none twice',
    async () => {
      await lab.server.seed.firstAdministrator();
      const { code } = await lab.server.seed.report('Before.');
      const person = await someone();

      await person.logIn(code);
      await person.press('Write a message');
      await person.write('Your message', WORDS);
      await person.press('Continue');
      expect(await person.words()).toContain(WORDS);
      await person.press('Send message');
      expect(await person.heading()).toBe('Message sent');
      await person.follow('Back to your messages');

      expect((await person.words()).match(/A canary sang/g)).toHaveLength(1);
      expect(await stored('message')).toBe(1);
    },
    LONG,
  );
});

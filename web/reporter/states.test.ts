import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../server/testing/eventually.ts';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const HOUR = 3_600_000;
const WORDS = 'A canary sang in the corridor.';

describe('what can go wrong on the way', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const stored = async () => {
    const [row] = await lab.server.dataSource.query('SELECT count(*)::int AS rows FROM case_file');
    return row.rows;
  };
  const someone = async () => {
    const { page } = await visit({ script: 'off' });
    return new Person(page, lab.url);
  };
  const atTheCheck = async (choice: 'Yes, give me a code' | 'No, send without messages') => {
    const person = await someone();
    await person.report(WORDS);
    await person.pick(choice);
    await person.press('Continue');
    if (choice.startsWith('No')) return { person, code: '' };
    const code = await person.code();
    await person.press('I have saved it, continue');
    await person.press('I have saved it, skip this');
    return { person, code };
  };

  it('keeps the answers while the database is gone, at every step, and sends them once it is back', async () => {
    await lab.server.seed.firstAdministrator();
    const { person } = await atTheCheck('No, send without messages');

    lab.database.sever();
    for (let press = 0; press < 2; press += 1) {
      await person.press('Send report');
      expect(await person.words()).toContain('Something on our side is not working');
      expect(await person.words()).not.toContain('Many people');
      expect(await person.words()).toContain(WORDS);
    }
    await checkPage(person.page);
    // Nobody knows whether it arrived, so nothing may say that it did not.
    await person.press('Support services');
    expect(await person.words()).toContain('What you wrote so far is kept on this page.');
    expect(await person.words()).not.toContain('Nothing has been sent');
    await person.page.getByRole('button', { name: 'Go back to where you were' }).last().click();
    expect(await person.heading()).toBe('Check your answers');
    expect(await person.words()).not.toContain('Nothing has been sent');
    lab.database.mend();
    await person.press('Send report');

    expect(await person.heading()).toBe('Your report has been sent');
    await checkPage(person.page);
    expect(await stored()).toBe(1);
  });

  it('goes from question to question while the database is gone', async () => {
    await lab.server.seed.firstAdministrator();
    const person = await someone();
    await person.open('/report');
    await person.press('Start');
    lab.database.sever();

    await person.write('What happened?', WORDS);
    await person.press('Continue');
    await person.press('Back');

    expect(await person.page.getByLabel('What happened?').inputValue()).toBe(WORDS);
    await person.press('Continue');
    await person.skipTo('Do you want to be able to get messages');
    expect(await person.words()).toContain('In danger now?');
  });

  it('shows a new code where the first was offered too long ago, and keeps the answers', async () => {
    await lab.server.seed.firstAdministrator();
    const { person, code } = await atTheCheck('Yes, give me a code');
    lab.server.clock.advance(73 * HOUR);

    await person.press('Send report');

    expect(await person.heading()).toBe('Save your code');
    expect(await person.words()).toContain('It will never work.');
    await checkPage(person.page);
    const fresh = await person.code();
    expect(fresh).not.toBe(code);
    await person.press('I have saved it, continue');
    await person.press('I have saved it, skip this');
    expect(await person.words()).toContain(WORDS);
    await person.press('Send report');
    expect(await person.code()).toBe(fresh);
    expect(await stored()).toBe(1);
  });

  it('says that it is busy where it is, checks no code and sends nothing', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('Before.');
    const { person } = await atTheCheck('Yes, give me a code');
    lab.beBusy();

    await person.press('Send report');
    expect(await person.words()).toMatch(/Nothing was done\. Try again in \d+ seconds?\./);
    expect(await person.words()).toContain(WORDS);
    await checkPage(person.page);
    await person.logIn(code);
    expect(await person.words()).toMatch(/Your code was not checked\. Try again in \d+ seconds?\./);
    await person.focused('problems');
    await checkPage(person.page);
    expect(await stored()).toBe(1);
  });

  it('takes nothing of what was typed into its log', async () => {
    await lab.server.seed.firstAdministrator();
    const { person } = await atTheCheck('No, send without messages');
    lab.database.sever();

    await person.press('Send report');

    await eventually(() => lab.logLines.length > 0);
    expect(lab.logLines.join()).not.toContain('canary');
  });
});

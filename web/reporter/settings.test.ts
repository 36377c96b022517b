import { describe, expect, it } from '@jest/globals';
import { addDays, dayIn } from '../../server/shared/day.ts';
import { checkPage } from './testing/page-check.ts';
import { Person } from './testing/person.ts';
import { useBrowser } from './testing/use-browser.ts';
import { usePortal } from './testing/use-portal.ts';

const EVERY_DAY = JSON.stringify(
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '09:00', to: '17:00' }]])),
);

describe('what an administrator sets', () => {
  const lab = usePortal();
  const visit = useBrowser();

  const someone = async () => {
    const { page } = await visit({ script: 'off' });
    return new Person(page, lab.url);
  };

  it('announces a closure by itself wherever somebody begins, waits or writes, in their language', async () => {
    await lab.server.seed.firstAdministrator();
    const { code } = await lab.server.seed.report('A canary sang.');
    const today = dayIn('Europe/London', lab.server.clock.now());
    const days = [addDays(today, 2), addDays(today, 3)];
    await lab.set('service_hours = $1, closure_days = $2, closures = $3', [
      EVERY_DAY,
      days,
      JSON.stringify([{ from: days[0], to: days[1], reasons: { en: 'Building work.' } }]),
    ]);
    const said =
      /We are closed from \w+day \d+ \w+ to \w+day \d+ \w+\. Replies come after that\. Building work\./;
    const person = await someone();

    await person.open('/');
    expect(await person.words()).toMatch(said);
    await checkPage(person.page);
    await person.open('/report');
    expect(await person.words()).toMatch(said);
    await person.press('Start');
    await person.skipTo('Do you want to be able to get messages');
    expect(await person.words()).toMatch(said);
    await person.logIn(code);
    expect(await person.words()).toMatch(said);
    await person.open('/messages/write');
    expect(await person.words()).toMatch(said);
    await person.open('/cy');
    expect(await person.words()).toContain('Rydym ar gau: dydd');
    expect(await person.page.locator('.notice [lang=en]').textContent()).toBe('Building work.');
    await person.open('/ar');
    expect(await person.words()).toContain('نحن مغلقون من');
    await checkPage(person.page);
  });

  it('names the window, says whom to call, and leads those who leave to its own address', async () => {
    await lab.server.seed.firstAdministrator();
    await lab.set(`exit_address = $1, texts = jsonb_set(texts, '{en}', texts->'en' || $2)`, [
      'https://www.example.org/news',
      JSON.stringify({ portalTitle: 'Notes', emergencyAdvice: 'Call 112.' }),
    ]);
    const person = await someone();

    await person.open('/');

    expect(await person.page.title()).toBe('Notes');
    expect(await person.words()).toContain('Call 112.');
    await person.page.route('https://www.example.org/**', (route) => route.fulfill({ body: 'news' }));
    const leaving = person.page.waitForRequest('https://www.example.org/news');
    await person.follow('Leave this page').catch(() => undefined);
    await leaving;
  });

  it('closes the portal for reports with a reason, and keeps the answers of whoever was writing', async () => {
    await lab.server.seed.firstAdministrator();
    const person = await someone();
    await person.report('Too late.');
    await person.pick('No, send without messages');
    await person.press('Continue');
    await lab.set(`is_open = false, closed_reasons = $1`, [JSON.stringify({ en: 'We are moving.' })]);

    await person.press('Send report');

    expect(await person.heading()).toBe('Reports cannot be sent here just now');
    expect(await person.words()).toContain('We are moving.');
    expect(await person.words()).toContain('Too late.');
    expect(await lab.server.dataSource.query('SELECT count(*)::int AS n FROM case_file')).toEqual([{ n: 0 }]);
    await checkPage(person.page);
    await person.open('/');
    expect(await person.words()).toContain('We are moving.');
    expect(await person.words()).toContain('Samaritans');
    await checkPage(person.page);
  });

  it('stands under a banner on every page of a demonstration', async () => {
    await lab.server.seed.firstAdministrator();
    await lab.set('is_demonstration = true');
    const person = await someone();

    for (const path of ['/', '/report', '/login', '/support', '/nowhere']) {
      await person.open(path);
      expect(await person.words()).toContain('Demonstration – not for real reports');
    }
    await checkPage(person.page);
  });
});

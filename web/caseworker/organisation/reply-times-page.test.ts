import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addDays, dayIn } from '../../../server/shared/day.ts';
import { expectOpenToAll, focused, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter } from '../testing/reporter.ts';
import { MORGAN } from '../testing/staff.ts';

describe('reply times and closure days', () => {
  const doors = useDoors('replytimes');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  const openTimes = async (): Promise<Page> => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/reply-times`);
    await page.getByRole('group', { name: 'Monday' }).waitFor();
    await page.getByText('Somebody who writes today is told to expect an answer by').waitFor();
    return page;
  };
  const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click();
  const saved = (page: Page, moved: string) => page.getByText(`Saved. ${moved}`).waitFor();
  const stored = async () => {
    const query =
      'query { serviceHours { timeZone targetWorkingDays periods { weekday from to } closures { from to reasons { locale text } } } }';
    return (await (await doors.staff(MORGAN)).send(query)).serviceHours;
  };

  it('have any number of hours on a day, up to midnight, and say what they promise from now on', async () => {
    const page = await openTimes();
    await expectOpenToAll(page);

    for (const day of ['Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
      await page.getByRole('button', { name: `Remove hours 1 on ${day}` }).click();
    }
    expect(await focused(page)).toBe('add-hours-5');
    await page.getByRole('button', { name: 'Add hours on Monday' }).press('Enter');
    expect(await focused(page)).toBe('periods-1-from');
    const second = page.getByRole('group', { name: 'Monday' }).locator('.period').nth(1);
    await second.getByLabel('From').fill('20:00');
    await second.getByLabel('To').fill('00:00');
    await page.getByRole('button', { name: 'Add hours on Sunday' }).click();
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await page.getByLabel('Reply within so many working days').fill('3');
    await save(page);
    await saved(page, 'No due day has moved.');

    expect(await stored()).toEqual({
      timeZone: 'Asia/Tokyo',
      targetWorkingDays: 3,
      periods: [
        { weekday: 1, from: '09:00', to: '17:00' },
        { weekday: 1, from: '20:00', to: '24:00' },
        { weekday: 7, from: '09:00', to: '17:00' },
      ],
      closures: [],
    });
    expect(await second.getByLabel('To').inputValue()).toBe('00:00');
    await page.getByText(/expect an answer by (Monday|Sunday)/).waitFor();
  });

  it('close for days that the portal announces, and move the due days of open cases', async () => {
    await Reporter.report(doors.publicUrl, { words: 'A canary sang.', messaging: true });
    const today = dayIn('Europe/London', new Date());
    const page = await openTimes();

    await page.getByRole('button', { name: 'Add a closure' }).press('Enter');
    expect(await focused(page)).toBe('closures-0-from');
    await page.getByLabel('First day').fill(today);
    expect(await page.getByLabel('Last day').inputValue()).toBe(today);
    await page.getByLabel('Last day').fill(addDays(today, 9));
    await page.getByLabel('Why, in English').fill('Building work.');
    await expectOpenToAll(page);
    await save(page);
    await saved(page, 'The due day of 1 case has moved.');

    const portal = await browser.open();
    await portal.goto(doors.publicUrl);
    await portal.getByText('Building work.').waitFor();
    await page.getByRole('button', { name: 'Remove closure 1' }).click();
    await save(page);
    await saved(page, 'The due day of 1 case has moved.');
    expect(await stored()).toHaveProperty('closures', []);
  });

  it('name each fault at its field, and keep what was filled in', async () => {
    const page = await openTimes();
    await page.getByRole('button', { name: 'Add a closure' }).click();
    await save(page);
    await page.getByRole('link', { name: 'Closure 1: Enter the first and the last day.' }).first().click();
    expect(await focused(page)).toBe('closures-0-from');
    await page.getByLabel('First day').fill('2027-12-25');
    await page.getByLabel('Last day').fill('2027-12-24');
    await page.getByRole('group', { name: 'Monday' }).getByLabel('To').fill('08:00');
    await page.getByLabel('Reply within so many working days').fill('soon');

    await save(page);
    await page.getByRole('link', { name: 'Promise an answer within 1 to 60 working days.' }).click();
    expect(await focused(page)).toBe('targetWorkingDays');
    await expectOpenToAll(page);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2');
    await save(page);
    await page.getByRole('link', { name: 'Monday: Every period has to end later than it begins.' }).click();
    expect(await focused(page)).toBe('periods-0-to');
    await page.getByRole('group', { name: 'Monday' }).getByLabel('To').fill('16:00');
    await save(page);
    await page.getByRole('link', { name: 'Closure 1: A closure cannot end before it begins.' }).click();

    expect(await focused(page)).toBe('closures-0-to');
    expect(await stored()).toHaveProperty('closures', []);
  });

  it('keep closures that are over, folded up, and can name them', async () => {
    const morgan = await doors.staff(MORGAN);
    const { serviceHours } = await morgan.send(
      'query { serviceHours { timeZone targetWorkingDays periods { weekday from to } } }',
    );
    const closures = [{ from: '2020-12-25', to: '2020-12-26', reasons: [] }];
    await morgan.send(
      'mutation ($input: ChangeServiceHoursInput!) { changeServiceHours(input: $input) { __typename } }',
      {
        input: { ...serviceHours, closureDays: [], closures },
      },
    );
    const page = await openTimes();

    await page.getByText('1 closure that is over').click();
    await page.getByLabel('Last day').fill('2020-12-24');
    await expectOpenToAll(page);
    await save(page);
    await page.getByRole('link', { name: 'Closure 1: A closure cannot end before it begins.' }).click();

    expect(await focused(page)).toBe('closures-0-to');
  });
});

import { describe, expect, it } from '@jest/globals';
import { expectOpenToAll, useBrowser } from '../testing/dashboard-browser.ts';
import { type ToldPart, useDoors } from '../testing/doors.ts';
import { NOOR } from '../testing/staff.ts';

/** The last year that is closed for certain, month by month. */
function lastYear(): { year: number; months: string[] } {
  const year = new Date(Date.now() - 20 * 86_400_000).getUTCFullYear() - 1;
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}-01`);
  return { year, months };
}

/** Ten months that can be told, and two that cannot. */
function numbersOf(months: readonly string[]): ToldPart[] {
  return months.slice(0, 10).flatMap((month, index) => [
    { subject: 'REPORTS', months: [month], labels: ['*'], count: 40 + 7 * index },
    { subject: 'C:kinds/bullying', months: [month], labels: ['bullying'], count: 20 + 3 * index },
    { subject: 'MESSAGING', months: [month], labels: ['true'], count: 20 },
    { subject: 'MESSAGING', months: [month], labels: ['false'], count: 20 + 7 * index },
  ]);
}

describe('the pages of closed years', () => {
  const doors = useDoors('years');
  const browser = useBrowser();

  it('show a year as the public will read it, publish it, and take it back', async () => {
    const { year, months } = lastYear();
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin`);
    await page.getByRole('link', { name: 'What people told us' }).click();
    await page.getByText(/^(No year is closed yet|There are too few)/).waitFor();
    await doors.tellStatistics(months, numbersOf(months));
    await page.reload();
    await page.getByText('Not published yet').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('link', { name: `Look at ${year}` }).click();

    const preview = page.getByRole('region', { name: `What people told us in ${year}` });
    await preview.getByRole('row', { name: /^January to March/ }).waitFor();
    expect(await preview.getByRole('row', { name: /^October to December/ }).innerText()).toContain(
      'Not shown',
    );
    await expectOpenToAll(page);
    const publicPage = () => fetch(`${doors.publicUrl}/year/${year}`);
    expect((await publicPage()).status).toBe(404);
    await page.getByRole('button', { name: 'Publish it' }).click();
    await page.getByRole('alertdialog').getByText('it comes back with the same numbers').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publish it' }).click();
    await page.getByRole('status').getByText('The page is on the portal.').waitFor();

    const told = async (row: RegExp) =>
      (await preview.getByRole('row', { name: row }).innerText()).split(/\s+/).at(-1);
    const spring = await told(/^January to March/);
    expect(await (await publicPage()).text()).toContain(`<span>${spring}</span>`);
    await page.getByRole('button', { name: 'Take it off the portal' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take it off the portal' }).click();
    await page.getByRole('status').getByText('no longer on the portal').waitFor();
    expect((await publicPage()).status).toBe(404);
    await page.getByRole('link', { name: 'What people told us' }).click();
    await page.getByText(/^Not on the portal; it was published on/).waitFor();
  });

  it('say that nothing can be told of a year that is not there, and are not for caseworkers', async () => {
    const page = await browser.signedIn(doors);
    await page.goto(`${doors.staffUrl}/admin/years/1999`);
    await page.getByText('Nothing can be told of this year.').waitFor();
    await page.goto(`${doors.staffUrl}/admin/years/words`);
    await page.getByText('Nothing can be told of this year.').waitFor();
    await expectOpenToAll(page);

    const noor = await browser.signedIn(doors, NOOR);
    await noor.goto(`${doors.staffUrl}/admin/years`);
    await noor.getByRole('heading', { level: 1 }).waitFor();
    expect(await noor.getByText('Not published yet').count()).toBe(0);
  });
});

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../../../server/testing/eventually.ts';
import { expectOpenToAll, loseAnswersTo, openOnlyCase, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { Reporter, type ReportToSend } from '../testing/reporter.ts';
import { NOOR } from '../testing/staff.ts';

const CLOSE = 'mutation($input: ChangeCaseStatusInput!) { changeCaseStatus(input: $input) { __typename } }';

describe('the page of a case', () => {
  const doors = useDoors('case');
  const browser = useBrowser();
  beforeEach(() => doors.empty());

  const openCase = async (report: ReportToSend): Promise<{ page: Page; reporter: Reporter }> => {
    const reporter = await Reporter.report(doors.publicUrl, report);
    const page = await browser.signedIn(doors);
    await page.locator('tbody th a').first().click();
    await page.getByRole('heading', { name: /^Case \S/ }).waitFor();
    return { page, reporter };
  };

  it('shows what was reported as it was written, and makes nothing of it a link', async () => {
    const words = 'First line\n\n<b>second</b> https://example.org/x\nשלום';
    const { page } = await openCase({ words, messaging: true });

    const answer = page.locator('.answers .free-text').first();

    expect(await answer.textContent()).toBe(words);
    expect(await page.locator('main a[href*="example.org"], main b').count()).toBe(0);
    await expectOpenToAll(page);
  });

  it('shows what was asked in a language that staff read, and beside it what the reporter read', async () => {
    const { page } = await openCase({
      words: 'الكلمات',
      messaging: false,
      locale: 'ar',
      kinds: ['bullying'],
    });
    const answers = page.locator('.answers');

    await answers.getByText('Reported in Arabic.').waitFor();

    expect(await answers.locator('dt').allTextContents()).toEqual(['What happened?', 'Is it any of these?']);
    expect(await answers.locator('dd.hint bdi[lang=ar]').allTextContents()).toEqual([
      expect.stringMatching(/^\p{Script=Arabic}/u),
      expect.stringMatching(/^\p{Script=Arabic}/u),
      expect.stringMatching(/^\p{Script=Arabic}/u),
    ]);
    expect(await answers.getByText('Bullying', { exact: true }).count()).toBe(1);
    await expectOpenToAll(page);
  });

  it('shows the contact details of somebody who gave them', async () => {
    const contactDetails = {
      name: 'Sam Rivers',
      email: 'sam.rivers.of.the.long.address@mail.department.example.org',
    };
    const { page } = await openCase({ words: 'Call me', messaging: false, contactDetails });

    await page.getByRole('heading', { name: 'Contact details' }).waitFor();

    expect(await page.locator('.contact').textContent()).toContain('Sam Rivers');
    expect(await page.locator('.contact').textContent()).toContain(
      'sam.rivers.of.the.long.address@mail.department.example.org',
    );
    await expectOpenToAll(page);
  });

  it('announces a new message, and puts it on the page when asked to', async () => {
    const { page, reporter } = await openCase({ words: 'More to come', messaging: true });

    await reporter.write('The second thing');
    await page.getByText('There is 1 new message.').waitFor();

    expect(await page.getByRole('article').count()).toBe(0);
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Show it' }).press('Enter');
    await page.getByRole('article').getByText('The second thing').waitFor();
    expect(await page.getByText('There is 1 new message.').count()).toBe(0);
  });

  it('answers a case that does not exist like one that is not shared', async () => {
    const page = await browser.signedIn(doors);

    await page.goto(`${doors.staffUrl}/cases/${randomUUID()}`);

    await page.getByRole('heading', { name: 'This case cannot be opened' }).waitFor();
    await expectOpenToAll(page);
  });

  it('can be tried again when the service could not be reached', async () => {
    const { page } = await openCase({ words: 'Patience', messaging: true });
    await page.route('**/graphql', async (route) => {
      const isCase = route.request().postDataJSON()?.operationName === 'CasePage';
      await (isCase ? route.abort() : route.fallback());
    });
    await page.reload();
    await page.getByRole('heading', { name: 'This page could not be loaded' }).waitFor();
    await expectOpenToAll(page);
    await page.unroute('**/graphql');

    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByText('Patience').waitFor();
  });

  it('closes with a reason, keeps it in the history, and opens again', async () => {
    const { page, reporter } = await openCase({ words: 'Once and again', messaging: true });

    await page.getByRole('button', { name: 'Status…' }).click();
    await expectOpenToAll(page);
    await page.getByRole('menuitem', { name: 'Close…' }).click();
    await page.getByLabel('Reason').fill('Settled between them');
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Close the case' }).click();
    await page.locator('.history').getByText('Settled between them').waitFor();
    await page.getByText('A message from the reporter reopens it until').waitFor();
    await page.getByRole('button', { name: 'Status…' }).click();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Reopen']);
    await page.keyboard.press('Enter');

    await page.locator('.history').getByText('reopened the case').waitFor();
    await expectOpenToAll(page);

    const [caseId] = page.url().split('/').slice(-1);
    const input = { caseId, to: 'CLOSED', reason: 'Done once more' };
    await (await doors.staff(NOOR)).send(CLOSE, { input });
    await page.getByText('This case was closed meanwhile.').waitFor();
    await page.getByRole('button', { name: 'Show it' }).click();
    await reporter.write('It is not done');
    await page.getByText('There is 1 new message.').waitFor();
    await page.getByRole('button', { name: 'Show it' }).click();
    await page
      .locator('.history li', { hasText: 'Done once more' })
      .getByText('A message from the reporter opened it again since.')
      .waitFor();
    expect(await page.getByText('opened it again since').count()).toBe(1);
  });

  it('is not closed over what the reporter wrote meanwhile, and keeps the reason', async () => {
    const { page, reporter } = await openCase({ words: 'Still here', messaging: true });
    const close = async () => {
      await page.getByRole('button', { name: 'Status…' }).click();
      await page.getByRole('menuitem', { name: 'Close…' }).click();
    };
    await close();
    await page.getByLabel('Reason').fill('Nothing more to do');
    await reporter.write('He is coming back');

    await page.getByRole('button', { name: 'Close the case' }).click();
    await page.getByText('The reporter wrote meanwhile. Read that first.').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Show it' }).click();
    await page.getByText('He is coming back').waitFor();
    await close();

    expect(await page.getByLabel('Reason').inputValue()).toBe('Nothing more to do');
    await page.getByRole('button', { name: 'Close the case' }).click();
    await page.locator('.history').getByText('Nothing more to do').waitFor();
  });

  it('is handed over with a note, both or neither', async () => {
    const { page } = await openCase({ words: 'For somebody else', messaging: true });

    await page.getByRole('button', { name: 'Hand over…' }).click();
    await page.getByRole('button', { name: 'Hand over', exact: true }).click();
    await page.getByText('Write a note for your colleague').waitFor();
    await expectOpenToAll(page);
    await page.getByLabel('Note', { exact: true }).fill('You know the building');
    await page.getByRole('button', { name: 'Hand over', exact: true }).click();
    await page.getByText('Handed over to Noor Haddad.').waitFor();

    expect(await page.locator('.notes').textContent()).toContain('You know the building');
    expect(await page.locator('.history').textContent()).toContain('handed the case over to Noor Haddad');
  });

  it('is handed over once, though the answer was lost and the dialog closed and opened again', async () => {
    const { page } = await openCase({ words: 'For somebody else', messaging: true });
    const fill = () => page.getByLabel('Note', { exact: true }).fill('You know the building');
    const send = () => page.getByRole('button', { name: 'Hand over', exact: true }).click();
    const heal = await loseAnswersTo(page, 'HandOverCase');
    await page.getByRole('button', { name: 'Hand over…' }).click();
    await fill();
    await send();
    await page.getByRole('dialog').locator('.notice-problem').waitFor();
    await heal();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Hand over…' }).click();
    await send();
    await page.getByText('Handed over to Noor Haddad.').waitFor();
    await page.reload();
    await page.locator('.notes').getByText('You know the building').waitFor();

    expect(await page.locator('.notes').getByText('You know the building').count()).toBe(1);
  });

  it('puts labels on and takes them off', async () => {
    const { page } = await openCase({ words: 'To be sorted', messaging: true });
    const dialog = page.getByRole('dialog', { name: 'Labels' });
    const [first] = (await (await doors.staff(NOOR)).send('{ caseLabels { text } }')).caseLabels;

    await page.getByRole('button', { name: 'Labels…' }).click();
    await dialog.getByLabel(first.text).check();
    await expectOpenToAll(page);
    await dialog.getByRole('button', { name: 'Save labels' }).click();
    await page.locator('.facts .label').getByText(first.text).waitFor();
    await page.getByRole('button', { name: 'Labels…' }).click();
    await dialog.getByLabel(first.text).uncheck();
    await dialog.getByRole('button', { name: 'Save labels' }).click();

    await page.locator('.facts .label').waitFor({ state: 'detached' });
    expect(await page.locator('.history li').count()).toBe(2);
  });

  it('shows two caseworkers each other’s name, as long as both have it open', async () => {
    const { page } = await openCase({ words: 'For both', messaging: true });
    const other = await browser.signedIn(doors, NOOR);

    await openOnlyCase(other, 'For both');
    await other.getByText('Morgan Ellis has this case open too.').waitFor();
    await page.getByText('Noor Haddad has this case open too.').waitFor();
    await expectOpenToAll(page);
    await other.getByRole('link', { name: 'Templates' }).click();

    await page.getByText('Noor Haddad has this case open too.').waitFor({ state: 'detached' });
  });

  it('loses no word of a hand-over note to a click beside its dialog or to Escape', async () => {
    await Reporter.report(doors.publicUrl, { words: 'What happened', messaging: true });
    const page = await browser.signedIn(doors);
    await openOnlyCase(page, 'What happened');
    const dialog = page.getByRole('dialog', { name: 'Hand the case over' });
    const note = dialog.getByRole('textbox');
    const open = page.getByRole('button', { name: 'Hand over…' });
    await open.click();

    await note.fill('Half a note');
    await page.mouse.click(5, 5);
    expect(await note.inputValue()).toBe('Half a note');
    // The click took the focus; the dialog takes it back with the next frame.
    await eventually(() => note.evaluate((field) => field.ownerDocument.activeElement === field));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await open.click();

    expect(await note.inputValue()).toBe('Half a note');
    await note.fill('');
    await page.mouse.click(5, 5);
    await dialog.waitFor({ state: 'detached' });
  });

  it('is saved and printed without the notes of staff, unless somebody ticks them', async () => {
    const { page } = await openCase({ words: 'To take along', messaging: true });
    await page.getByLabel('Internal note – only staff see this').fill('Between us');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Note added.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.getByRole('dialog', { name: 'Close the case' }).waitFor();
    await page.keyboard.type('The reason why');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Status changed.').waitFor();
    const saved = async (hasNotes: boolean) => {
      await page.getByRole('button', { name: 'Print or save…' }).click();
      await page.getByLabel('Include internal notes').setChecked(hasNotes);
      await page.getByRole('button', { name: 'Save as JSON' }).click();
      await page.getByText('Say what the file is for. Nothing was saved.').waitFor();
      await expectOpenToAll(page);
      await page.getByLabel('The reporter asked for it').check();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save as JSON' }).click();
      return await readFile(await (await download).path(), 'utf8');
    };

    const without = await saved(false);
    const withNotes = await saved(true);
    await page.emulateMedia({ media: 'print' });

    expect(without).toContain('To take along');
    expect(without).not.toMatch(/Between us|The reason why|Morgan/);
    expect(withNotes).toMatch(/Between us.*The reason why/s);
    for (const text of ['Between us', 'The reason why', 'History', 'Assigned to']) {
      expect(await page.getByText(text, { exact: true }).first().isVisible()).toBe(false);
    }
    expect(await page.getByText('To take along').isVisible()).toBe(true);
    expect(await page.getByRole('textbox').count()).toBe(0);
  });
});

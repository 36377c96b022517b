import { beforeEach, describe, expect, it } from '@jest/globals';
import { expectOpenToAll } from '../../testing/dashboard-browser.ts';
import { MORGAN, NOOR } from '../../testing/staff.ts';
import { box, send, texts, useWriting } from '../../testing/writing.ts';

const CLOSE = 'mutation($input: ChangeCaseStatusInput!) { changeCaseStatus(input: $input) { __typename } }';

describe('a reply to a closed case', () => {
  const { doors, openCase } = useWriting('closedreply');

  beforeEach(() => doors.empty());

  it('is written beside the day until which it can be read, on the last day as well', async () => {
    const { page } = await openCase();
    expect(await page.getByText('This case is closed').count()).toBe(0);
    const caseId = page.url().split('/').at(-1) ?? '';
    const morgan = await doors.staff(MORGAN);
    await morgan.send(CLOSE, { input: { caseId, to: 'CLOSED', reason: 'done' } });
    const { case: closed } = await morgan.send('query($id: ID!) { case(id: $id) { reopensUntil } }', {
      id: caseId,
    });

    await page.reload();
    await page.getByRole('tab', { name: 'Reply to reporter' }).click();
    await page.getByText('The reporter can read and answer until').waitFor();
    await expectOpenToAll(page);
    await page.clock.setFixedTime(`${closed.reopensUntil}T12:00:00`);
    await page.reload();
    await page.getByRole('tab', { name: 'Reply to reporter' }).click();

    await page.getByText('today is the last day on which the reporter can read and answer').waitFor();
    await page.getByText('open the case again first').waitFor();
  });

  it('is held back and asked about once more where a colleague closed the case meanwhile', async () => {
    const { page, reporter } = await openCase();
    await box(page).fill('Are you well?');
    const caseId = page.url().split('/').at(-1) ?? '';
    const noor = await doors.staff(NOOR);
    await noor.send(CLOSE, { input: { caseId, to: 'CLOSED', reason: 'done' } });

    await send(page).click();
    const dialog = page.getByRole('alertdialog', { name: 'The case was closed while you were writing' });
    await dialog.getByText('The reporter can read and answer until').waitFor();
    expect(await texts(reporter)).toEqual([]);
    await expectOpenToAll(page);
    await dialog.getByRole('button', { name: 'Go back and change it' }).click();
    expect(await box(page).inputValue()).toBe('Are you well?');
    await send(page).click();
    await page.getByText('Reply sent.').waitFor();

    expect(await texts(reporter)).toEqual(['Are you well?']);
  });

  it('stays on the page to be copied where the conversation was closed for good meanwhile', async () => {
    const { page } = await openCase();
    await box(page).fill('Hours of work');
    await doors.closeForGood();

    await send(page).click();
    await page.getByText('This conversation was closed for good meanwhile.').waitFor();
    expect(await box(page).inputValue()).toBe('Hours of work');
    await page.getByText('Draft kept with your account').waitFor();
    await page.reload();
    await page.getByRole('tab', { name: 'Reply to reporter' }).click();
    await page.getByText('Hours of work').waitFor();
    await expectOpenToAll(page);
    await page.getByRole('button', { name: 'Throw it away' }).click();

    await page.getByText('Hours of work').waitFor({ state: 'detached' });
    await page.getByText('No messages yet.').waitFor();
  });
});

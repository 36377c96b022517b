import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectOpenToAll, loseAnswersTo, useBrowser } from '../testing/dashboard-browser.ts';
import { useDoors } from '../testing/doors.ts';
import { joinThrough } from '../testing/newcomer.ts';

const PASSWORD = 'lantern gravel orbit seven';
const OTHER = 'willow copper ninety drum';

describe('the own account', () => {
  const doors = useDoors('account');
  const browser = useBrowser();
  let newcomers = 0;

  const settings = async (): Promise<{ page: Page; email: string }> => {
    newcomers += 1;
    const email = `newcomer${newcomers}@example.ac.uk`;
    const page = await browser.open();
    await joinThrough(page, await doors.invitation(), { email, password: PASSWORD });
    return { page, email };
  };

  it('gets another password, said at the field when it will not do', async () => {
    const { page } = await settings();
    await expectOpenToAll(page);
    const password = page.getByRole('region', { name: 'Password' });

    await password.getByRole('button', { name: 'Change password' }).click();
    await password.getByRole('link', { name: 'Enter a password' }).waitFor();
    await expectOpenToAll(page);
    await password.getByLabel('Your password now').fill(PASSWORD);
    await password.getByLabel('New password').fill('short');
    await password.getByRole('button', { name: 'Change password' }).click();
    await password.getByRole('link', { name: /at least 15 characters/ }).waitFor();
    await password.getByLabel('New password').fill(OTHER);
    await password.getByRole('button', { name: 'Change password' }).click();

    await password.getByText('Your password was changed.').waitFor();
    expect(await password.getByLabel('New password').inputValue()).toBe('');
  });

  it('can be got back with the recovery key that was drawn last, after the way from the sign-in', async () => {
    const { page, email } = await settings();
    const section = page.getByRole('region', { name: 'Recovery key' });
    await section.getByLabel('Your password now').fill(PASSWORD);
    await section.getByRole('button', { name: 'Draw a new recovery key' }).click();
    const key = (await section.locator('.secret-text').textContent()) ?? '';
    await expectOpenToAll(page);

    const lost = await browser.open();
    const asked: string[] = [];
    lost.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await lost.goto(doors.staffUrl);
    await lost.getByRole('link', { name: 'I cannot sign in' }).click();
    await lost.getByRole('heading', { name: 'Get back into your account' }).waitFor();
    await lost
      .getByText('Every case that you can open stays open to you, and your second factor stays')
      .waitFor();
    await lost.getByText('sign in with your password and one of your recovery codes').waitFor();
    await expectOpenToAll(lost);
    await lost.getByLabel('Email address').fill(email);
    await lost.getByLabel('Your recovery key').fill('not the key');
    await lost.getByLabel('New password').fill(OTHER);
    await lost.getByRole('button', { name: 'Set new password' }).click();
    await lost
      .getByText(
        'The mail address or the recovery key is not right, or the key was used before. A key works once.',
      )
      .waitFor();
    await expectOpenToAll(lost);
    await lost.getByLabel('Your recovery key').fill(key.toLowerCase());
    await lost.getByRole('button', { name: 'Set new password' }).click();
    await lost.getByRole('heading', { name: 'Save your recovery key' }).waitFor();
    await lost.getByLabel('I have saved my recovery key').check();
    await lost.getByRole('button', { name: 'Continue' }).click();
    await lost.getByLabel('Email address').fill(email);
    await lost.getByLabel('Password', { exact: true }).fill(OTHER);
    await lost.getByRole('button', { name: 'Sign in' }).click();

    await lost.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    // Whoever has said that the key is saved is not asked by the browser whether to leave it.
    expect(asked).toEqual([]);
  });

  it('says that a key may be worth nothing any more where the answer was lost, and which way leads on', async () => {
    const { page, email } = await settings();
    const section = page.getByRole('region', { name: 'Recovery key' });
    await section.getByLabel('Your password now').fill(PASSWORD);
    const answersArrive = await loseAnswersTo(page, 'DrawRecoveryKey');
    await section.getByRole('button', { name: 'Draw a new recovery key' }).click();
    await section.getByText('The old one may open nothing any more.').first().waitFor();
    await answersArrive();
    await section.getByRole('button', { name: 'Draw a new recovery key' }).click();
    const key = (await section.locator('.secret-text').textContent()) ?? '';

    const lost = await browser.open();
    await lost.goto(`${doors.staffUrl}/recover`);
    await lost.getByLabel('Email address').fill(email);
    await lost.getByLabel('Your recovery key').fill(key);
    await lost.getByLabel('New password').fill(OTHER);
    const answersArriveThere = await loseAnswersTo(lost, 'RecoverAccount');
    await lost.getByRole('button', { name: 'Set new password' }).click();
    await lost.getByText('we do not know whether your password was changed').first().waitFor();
    await answersArriveThere();
    await lost.getByRole('button', { name: 'Set new password' }).click();

    await lost.getByText('An attempt before this one may have arrived.').first().waitFor();
    await expectOpenToAll(lost);
    await lost.getByRole('link', { name: 'Sign in' }).click();
    await lost.getByLabel('Email address').fill(email);
    await lost.getByLabel('Password', { exact: true }).fill(OTHER);
    await lost.getByRole('button', { name: 'Sign in' }).click();
    await lost.getByRole('heading', { name: /^Inbox/, level: 1 }).waitFor();
  });
});

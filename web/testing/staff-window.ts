import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import type { Person } from '../caseworker/testing/staff.ts';

/** Somebody of the staff in a window of their own, who knows the dashboard by what it says only. */
export class StaffWindow {
  constructor(
    readonly page: Page,
    private readonly staffUrl: string,
  ) {}

  /** Joins by a link, up to the page behind the recovery key. */
  async join(link: string, { name, email, password }: Person): Promise<void> {
    await this.page.goto(link);
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByLabel('Email address').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.press('Create my account');
    await this.saveRecoveryKey();
  }

  /** Begins anew by a link, up to the page behind the recovery key. */
  async beginAnew(link: string, password: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByLabel('New password').fill(password);
    await this.press('Set new password');
    await this.saveRecoveryKey();
  }

  /** Sets up the second factor that is asked for, up to the page behind it. */
  async setUpSecondFactor(): Promise<void> {
    await this.page.getByRole('heading', { name: 'Set up your second factor' }).waitFor();
    await this.press('Show the QR code');
    await this.page.locator('.qr-code').waitFor();
    const secret = (await this.page.locator('.secret-text').first().innerText()).replaceAll(' ', '');
    const phone = new TOTP({ secret: Secret.fromBase32(secret) });
    await this.page.getByLabel('One-time code').fill(phone.generate());
    await this.press('Switch it on');
    await this.press('I have saved them');
    await this.page.getByRole('navigation', { name: 'Main' }).waitFor();
  }

  /** Opens an address of the dashboard. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.staffUrl}${path}`);
  }

  /** Opens every case that can be opened, as a list. @returns how many there are, in words. */
  async inbox(): Promise<string> {
    await this.open('/inbox');
    await this.page.locator('.listing[aria-busy=false]').waitFor();
    return await this.page.locator('#list-summary').innerText();
  }

  /** Presses a button. */
  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Invites somebody, or lets somebody begin anew: the link that is shown this once. */
  async shownLink(email: string): Promise<string> {
    await this.page.getByRole('heading', { name: `Link for ${email}` }).waitFor();
    return await this.page.locator('.secret-text').innerText();
  }

  /** The session, as its browser keeps it. */
  async session(): Promise<{ name: string; value: string }> {
    const cookies = await this.page.context().cookies();
    const cookie = cookies.find(({ name }) => name.startsWith('__Host-'));
    if (cookie === undefined) throw new Error('Nobody is signed in');
    return { name: cookie.name, value: cookie.value };
  }

  private async saveRecoveryKey(): Promise<void> {
    await this.page.getByLabel('I have saved my recovery key').check();
    await this.press('Continue');
  }
}

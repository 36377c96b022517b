import type { Page } from 'playwright-core';
import { eventually } from '../../../server/testing/eventually.ts';

/** Somebody at the portal, who knows it by what it says only. */
export class Person {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  /** Opens an address of the portal. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
  }

  /** Presses a button. */
  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Follows a link. */
  async follow(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).click();
  }

  /** Fills in a field. */
  async write(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label).fill(text);
  }

  /** Picks an answer. */
  async pick(label: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).check();
  }

  /** What the heading says. */
  async heading(): Promise<string> {
    return this.read('h1');
  }

  /** All that can be read on the page. */
  async words(): Promise<string> {
    return this.read('body');
  }

  /** Waits until the heading or the summary of problems has the focus, which a browser gives after it has drawn. */
  async focused(on: 'h1' | 'problems'): Promise<void> {
    await eventually(async () => (await this.focus()) === on);
  }

  /** What has the focus now. */
  focus(): Promise<string> {
    return this.page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.classList.contains('problems') ? 'problems' : (focused?.localName ?? '');
    });
  }

  /** Skips questions until a heading begins so. */
  async skipTo(heading: string): Promise<void> {
    for (let page = 0; page < 30 && !(await this.heading()).startsWith(heading); page += 1) {
      await this.press('Skip this question');
    }
  }

  /** Reports what happened in so many words, up to the page that asks about messages. */
  async report(words: string): Promise<void> {
    await this.open('/report');
    await this.press('Start');
    await this.write('What happened?', words);
    await this.press('Continue');
    await this.skipTo('Do you want to be able to get messages');
  }

  /** Reports with messages, and sends it. @returns the code. */
  async reportWithMessages(words: string): Promise<string> {
    await this.report(words);
    await this.pick('Yes, give me a code');
    await this.press('Continue');
    const code = await this.code();
    await this.press('I have saved it, continue');
    await this.press('I have saved it, skip this');
    await this.press('Send report');
    return code;
  }

  /** The code on the page. */
  async code(): Promise<string> {
    return this.read('[data-code]');
  }

  /** Logs in with a code as it is typed. */
  async logIn(typed: string): Promise<void> {
    await this.open('/login');
    await this.write('Your code', typed);
    await this.press('Continue');
  }

  private async read(selector: string): Promise<string> {
    const place = this.page.locator(selector);
    await place.waitFor();
    return (await place.allInnerTexts()).join('\n').trim();
  }
}

import type { Locator } from 'playwright-core';
import { Person } from './person.ts';

/** More stops than any page has. */
const STOPS = 90;

/** Somebody who has a keyboard and nothing else: every step is Tab, arrows, Space, Enter and letters. */
export class KeyboardPerson extends Person {
  override async press(name: string): Promise<void> {
    await this.goTo(this.page.getByRole('button', { name, exact: true }));
    await this.leadingOn('Enter');
  }

  override async follow(name: string): Promise<void> {
    await this.goTo(this.page.getByRole('link', { name, exact: true }));
    await this.leadingOn('Enter');
  }

  override async write(label: string, text: string): Promise<void> {
    await this.goTo(this.page.getByLabel(label));
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  override async pick(label: string): Promise<void> {
    await this.goTo(this.page.getByLabel(label, { exact: true }));
    await this.page.keyboard.press('Space');
  }

  /** What the next stop of Tab is called. */
  async nextStop(): Promise<string> {
    await this.page.keyboard.press('Tab');
    return this.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  }

  /** Goes on with Tab until something has the focus; inside a group of radio buttons with the arrows. */
  async goTo(target: Locator): Promise<void> {
    for (let stop = 0; stop < STOPS; stop += 1) {
      const at = await target.evaluate((element) => {
        const focused = document.activeElement;
        if (element === focused) return 'there';
        const group = (each: Element | null) =>
          each instanceof HTMLInputElement && each.type === 'radio' ? each.name : '';
        return group(element) !== '' && group(element) === group(focused) ? 'in its group' : 'elsewhere';
      });
      if (at === 'there') return;
      await this.page.keyboard.press(at === 'in its group' ? 'ArrowDown' : 'Tab');
    }
    throw new Error(`The keyboard does not reach ${target}`);
  }

  private async leadingOn(key: string): Promise<void> {
    const loaded = this.page.waitForEvent('domcontentloaded');
    await this.page.keyboard.press(key);
    await loaded;
  }
}

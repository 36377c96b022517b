import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { eventually } from '../../../server/testing/eventually.ts';
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
    await this.type(this.page.getByLabel(label), text);
  }

  /** Fills in the field that a selector finds, where its label is not known. */
  async writeInto(selector: string, text: string): Promise<void> {
    await this.type(this.page.locator(selector), text);
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

  /** Goes on with Tab, and says that the place it comes to is framed and stands inside the window. */
  async seesTheFocus(): Promise<void> {
    // Before its style sheets have come a page frames nothing as we do.
    await this.page.waitForLoadState('load');
    let found: unknown = null;
    // A page that is being drawn gives the focus to its heading, and takes it from where the first Tab came: so where it
    // is and how it looks there are asked at once.
    await eventually(async () => {
      await this.page.keyboard.press('Tab');
      found = await this.page.evaluate(() => {
        const focused = document.activeElement ?? document.body;
        if (['body', 'h1'].includes(focused.localName)) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        const { left, right } = focused.getBoundingClientRect();
        return {
          isFramed: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
          isInside: left >= 0 && right <= document.documentElement.clientWidth,
        };
      });
      return found !== null;
    });
    expect(found).toEqual({ isFramed: true, isInside: true });
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

  private async type(field: Locator, text: string): Promise<void> {
    await this.goTo(field);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  private async leadingOn(key: string): Promise<void> {
    const loaded = this.page.waitForEvent('domcontentloaded');
    await this.page.keyboard.press(key);
    await loaded;
  }
}

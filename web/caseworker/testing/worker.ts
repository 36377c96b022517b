import type { Locator, Page } from 'playwright-core';

/** What came of a case: as its caseworker meant it, or as the service has it. */
export interface CaseState {
  readonly status: string;
  readonly assignee: string | null;
  readonly replies: readonly string[];
  /** With their authors. */
  readonly notes: readonly string[];
  /** Why it was closed, each time. */
  readonly reasons: readonly string[];
  /** How often. */
  readonly reopened: number;
}

type Act = 'take' | 'assign' | 'note' | 'reply' | 'wait' | 'close' | 'reopen';

const NEW_CASE: CaseState = {
  status: 'NEW',
  assignee: null,
  replies: [],
  notes: [],
  reasons: [],
  reopened: 0,
};

/** Courses that cases take, in turn; the last one goes through all there is. */
const COURSES: readonly (readonly Act[])[] = [
  ['take', 'reply'],
  ['take', 'note', 'wait'],
  ['take', 'close'],
  ['assign', 'note'],
  ['take', 'note', 'reply', 'wait', 'close', 'reopen'],
];

/** A caseworker at the dashboard who has a keyboard and nothing else, and remembers what was done with each case. */
export class Worker {
  /** By the words of the report. */
  readonly done = new Map<string, CaseState>();
  private words = '';

  /** @param colleague whom some cases are assigned to. */
  constructor(
    private readonly page: Page,
    private readonly name: string,
    private readonly colleague: string,
  ) {}

  /** Opens the case at a place of the whole list, counted from 0. */
  async beginAt(place: number): Promise<void> {
    const rows = this.page.locator('tbody tr');
    await rows.first().waitFor();
    const shown = await rows.count();
    await this.page.getByRole('button', { name: /^Show \d+ more$/ }).press('Enter');
    // The first of the new rows takes the focus: counting from the top begins after that.
    await rows.nth(shown).waitFor();
    await this.page.locator('tbody th a').first().focus();
    for (let row = 0; row < place; row += 1) await this.press('j');
    await this.press('Enter');
    await this.arrive();
  }

  /** Works through so many cases from the open one on, and opens the one behind them unless it is the last. */
  async workThrough(count: number, { andOpenNext }: { readonly andOpenNext: boolean }): Promise<void> {
    for (let each = 0; each < count; each += 1) {
      for (const act of COURSES[this.done.size % COURSES.length] ?? []) await this.do(act);
      if (andOpenNext || each < count - 1) await this.openNext();
    }
  }

  /** Leaves the case for the next one of the list. */
  async openNext(): Promise<void> {
    await this.uncovered();
    await this.press('j');
    await this.page.getByText(this.words, { exact: true }).waitFor({ state: 'detached' });
    await this.arrive();
  }

  /** Does one thing with the open case, and waits until the page says that it is done. */
  async do(act: Act): Promise<void> {
    const { page } = this;
    await this.uncovered();
    switch (act) {
      case 'take':
        await this.press('i');
        await page.getByText(`Assigned to ${this.name}.`).waitFor();
        return this.note({ assignee: this.name });
      case 'assign':
        await this.press('a');
        await page.getByRole('dialog', { name: 'Assign to' }).waitFor();
        await page.keyboard.type(this.colleague);
        await page.getByRole('dialog').getByText('you', { exact: true }).waitFor({ state: 'detached' });
        await this.press('Enter');
        await page.getByText(`Assigned to ${this.colleague}.`).waitFor();
        return this.note({ assignee: this.colleague });
      case 'note':
      case 'reply':
        await this.write(act);
        await this.press('Control+Enter');
        return this.wrote(act);
      case 'wait':
        await this.pickStatus('Waiting for reporter');
        return this.note({ status: 'WAITING_FOR_REPORTER' });
      case 'close': {
        const reason = `Looked into: ${this.words}`;
        await this.press('e');
        await page.getByRole('dialog', { name: 'Close the case' }).waitFor();
        await page.keyboard.type(reason);
        await this.press('Control+Enter');
        await page.getByText('Status changed.').waitFor();
        return this.note({ status: 'CLOSED', reasons: [...this.state.reasons, reason] });
      }
      case 'reopen':
        await this.pickStatus('Reopen');
        return this.note({ status: 'OPEN', reopened: this.state.reopened + 1 });
    }
  }

  /** Writes a note or a reply, and does not send it yet. */
  async write(kind: 'note' | 'reply'): Promise<void> {
    await this.press(kind === 'note' ? 'n' : 'r');
    await this.box(kind).waitFor();
    await this.page.keyboard.type(this.textOf(kind));
  }

  /** Presses Send, and waits until the page says what came of it. */
  async tryToSend(kind: 'note' | 'reply'): Promise<void> {
    await this.press('Control+Enter');
    await this.said(kind).or(this.again(kind)).waitFor();
  }

  /** Sends again where the page does not know what came of it, until it says that it was sent. */
  async sendUntilSaid(kind: 'note' | 'reply'): Promise<void> {
    if (await this.again(kind).isVisible()) {
      await this.box(kind).focus();
      await this.press('Control+Enter');
    }
    await this.wrote(kind);
  }

  private async wrote(kind: 'note' | 'reply'): Promise<void> {
    await this.said(kind).waitFor();
    // Out of the field, where single keys are short cuts again.
    await this.press('Escape');
    const { status, notes, replies } = this.state;
    if (kind === 'note') return this.note({ notes: [...notes, `${this.name}: ${this.textOf(kind)}`] });
    this.note({
      replies: [...replies, this.textOf(kind)],
      status: status === 'NEW' ? 'OPEN' : status,
    });
  }

  /** Waits until no menu and no dialog lies over the page any more: until then keys belong to that. */
  private async uncovered(): Promise<void> {
    await this.page.waitForFunction(
      () => document.querySelector('[role=dialog], [role=menu], [role=listbox]') === null,
    );
  }

  private said(kind: 'note' | 'reply'): Locator {
    return this.page.getByText(kind === 'note' ? 'Note added.' : 'Reply sent.');
  }

  private again(kind: 'note' | 'reply'): Locator {
    return this.page.getByRole('button', { name: kind === 'note' ? 'Add again' : 'Send again' });
  }

  private box(kind: 'note' | 'reply'): Locator {
    return this.page.getByLabel(kind === 'note' ? /^Internal note –/ : /^Reply to reporter –/);
  }

  private async pickStatus(status: string): Promise<void> {
    await this.press('s');
    await this.page.getByRole('menuitem', { name: status }).waitFor();
    await this.page.keyboard.type(status.slice(0, 4));
    await this.press('Enter');
    await this.page.getByText('Status changed.').waitFor();
  }

  private async arrive(): Promise<void> {
    await this.page.locator('.work').waitFor();
    this.words = await this.page.locator('.answers .free-text').innerText();
    this.done.set(this.words, NEW_CASE);
  }

  private get state(): CaseState {
    return this.done.get(this.words) ?? NEW_CASE;
  }

  private note(change: Partial<CaseState>): void {
    this.done.set(this.words, { ...this.state, ...change });
  }

  private textOf(kind: 'note' | 'reply'): string {
    return kind === 'note' ? `To be looked into: ${this.words}` : `Thank you for writing. ${this.words}`;
  }

  private press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }
}

const WIDTH = 30; // columns

/** Shows how far something is: one line that grows on a terminal, a line every tenth elsewhere. */
export class ProgressBar {
  private shown = -1;

  /**
   * @param title what is going on.
   * @param out where it is shown.
   */
  constructor(
    private readonly title: string,
    private readonly total: number,
    private readonly out: { write(text: string): unknown; readonly isTTY?: boolean },
  ) {}

  /** Shows that so many of all are done. */
  show(done: number): void {
    const percent = Math.floor((done / this.total) * 100);
    const step = this.out.isTTY ? percent : Math.floor(percent / 10) * 10;
    if (step === this.shown) return;
    this.shown = step;
    const full = Math.round((step / 100) * WIDTH);
    const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
    if (!this.out.isTTY) this.out.write(`${this.title} … ${step} %\n`);
    else
      this.out.write(
        `\r${this.title} ${bar} ${String(step).padStart(3)} %${done === this.total ? '\n' : ''}`,
      );
  }
}

/** Counts the replies that are newer than what the page shows. Each once, however often and in whatever order they come. */
export class NewReplies {
  private readonly seqs = new Set<number>();

  /** @param shown the highest `seq` on the page */
  constructor(private readonly shown: number) {}

  /** Takes in one reply. */
  add(seq: number): void {
    if (seq > this.shown) this.seqs.add(seq);
  }

  /** How many there are. */
  get count(): number {
    return this.seqs.size;
  }

  /** What to subscribe from after a cut: the highest `seq` that arrived, or that the page shows. */
  get last(): number {
    return Math.max(this.shown, ...this.seqs);
  }
}

/** The sentence for so many; the last one stands for all numbers without one of their own. */
export function textFor(count: number, texts: readonly string[]): string {
  return texts[Math.min(count, texts.length) - 1] ?? '';
}

/** How many presses of Shift leave the page. */
const PRESSES = 3;

/** Within how many milliseconds. */
const WITHIN = 5_000; // 5 seconds

/** Keys that make something else of a Shift: another keyboard layout, another direction of writing. */
const COMPANIONS: readonly string[] = ['Alt', 'AltGraph', 'Control', 'Meta'];

/** One key that went down or up, as in `KeyboardEvent`. `timeStamp`: milliseconds of any steady clock. */
export type KeyMove = Pick<KeyboardEvent, 'key' | 'repeat' | 'altKey' | 'ctrlKey' | 'metaKey' | 'timeStamp'>;

/**
 * Counts presses of Shift alone. A capital letter is no press: another key in between starts the count anew, and a
 * key held down counts once. A Shift with Alt, Control or Meta is none either, nor is one that a click is made with:
 * those change keyboards and extend selections, and whoever does that is writing.
 */
export class ShiftPresses {
  private times: number[] = [];

  /** Takes in a key that went down. @returns whether the page is to be left */
  press(move: KeyMove): boolean {
    const { key, repeat, timeStamp } = move;
    if (repeat && key === 'Shift') return false;
    if (key !== 'Shift' || isAccompanied(move)) {
      this.startAnew();
      return false;
    }
    this.times = [...this.times.filter((time) => timeStamp - time < WITHIN), timeStamp];
    return this.times.length >= PRESSES;
  }

  /** Takes in a key that went up: some systems keep the way down of Alt or Meta to themselves. */
  release(move: KeyMove): void {
    if (COMPANIONS.includes(move.key) || isAccompanied(move)) this.startAnew();
  }

  /** Forgets the presses so far. */
  startAnew(): void {
    this.times = [];
  }
}

function isAccompanied({ altKey, ctrlKey, metaKey }: KeyMove): boolean {
  return altKey || ctrlKey || metaKey;
}

/** How many presses of Shift leave the page. */
const PRESSES = 3;

/** Within how many milliseconds. */
const WITHIN = 5_000; // 5 seconds

/**
 * Counts presses of Shift alone. A capital letter is no press: another key in between starts the count anew, and a
 * key held down counts once.
 */
export class ShiftPresses {
  private times: number[] = [];

  /**
   * Takes in one key.
   *
   * @param key as in `KeyboardEvent.key`
   * @param now milliseconds of any steady clock
   * @returns whether the page is to be left
   */
  press(key: string, isRepeat: boolean, now: number): boolean {
    if (isRepeat && key === 'Shift') return false;
    if (key !== 'Shift') {
      this.times = [];
      return false;
    }
    this.times = [...this.times.filter((time) => now - time < WITHIN), now];
    return this.times.length >= PRESSES;
  }
}

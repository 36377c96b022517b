/** Draws that are the same every time, so that every demonstration tells the same story. */
export class Dice {
  /** @param state any whole number but 0. */
  constructor(private state: number) {}

  /** A number from 0 up to, and not including, 1. Xorshift, 32 bits: no secret depends on it. */
  roll(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.roll() * (most - least + 1));
  }

  /** Whether something happens that happens so many times out of a hundred. */
  happens(percent: number): boolean {
    return this.roll() * 100 < percent;
  }

  /** One of some things. @throws {RangeError} there is none. */
  one<Thing>(things: readonly Thing[]): Thing {
    const drawn = things[Math.floor(this.roll() * things.length)];
    if (drawn === undefined) throw new RangeError('There is nothing to draw from');
    return drawn;
  }
}

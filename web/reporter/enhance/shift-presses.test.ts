import { describe, expect, it } from '@jest/globals';
import { ShiftPresses } from './shift-presses.ts';

describe('ShiftPresses', () => {
  it('leaves at the third press within five seconds', () => {
    const presses = new ShiftPresses();

    expect([0, 2_000, 4_999].map((at) => presses.press('Shift', false, at))).toEqual([false, false, true]);
  });

  it('does not leave when the three are spread over more than five seconds', () => {
    const presses = new ShiftPresses();

    expect([0, 2_500, 5_000].map((at) => presses.press('Shift', false, at))).toEqual([false, false, false]);
  });

  it('does not take capital letters for presses', () => {
    const presses = new ShiftPresses();

    const keys = ['Shift', 'A', 'Shift', 'B', 'Shift', 'C', 'Shift'];

    expect(keys.map((key, index) => presses.press(key, false, index * 100))).not.toContain(true);
  });

  it('counts a key that is held down once', () => {
    const presses = new ShiftPresses();

    expect(
      [false, true, true, true].map((isRepeat, at) => presses.press('Shift', isRepeat, at)),
    ).not.toContain(true);
  });

  it('never leaves on Escape, which people press to close other things', () => {
    const presses = new ShiftPresses();

    expect([0, 1, 2, 3].map((at) => presses.press('Escape', false, at))).not.toContain(true);
  });
});

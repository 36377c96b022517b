import { describe, expect, it } from '@jest/globals';
import { type KeyMove, ShiftPresses } from './shift-presses.ts';

const move = (over: Partial<KeyMove> = {}): KeyMove => ({
  key: 'Shift',
  repeat: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  timeStamp: 0,
  ...over,
});

describe('ShiftPresses', () => {
  it('leaves at the third press within five seconds', () => {
    const presses = new ShiftPresses();

    expect([0, 2_000, 4_999].map((timeStamp) => presses.press(move({ timeStamp })))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('does not leave when the three are spread over more than five seconds', () => {
    const presses = new ShiftPresses();

    expect([0, 2_500, 5_000].map((timeStamp) => presses.press(move({ timeStamp })))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('does not take capital letters for presses', () => {
    const presses = new ShiftPresses();

    const keys = ['Shift', 'A', 'Shift', 'B', 'Shift', 'C', 'Shift'];

    expect(keys.map((key, index) => presses.press(move({ key, timeStamp: index * 100 })))).not.toContain(
      true,
    );
  });

  it('counts a key that is held down once', () => {
    const presses = new ShiftPresses();

    expect([false, true, true, true].map((repeat) => presses.press(move({ repeat })))).not.toContain(true);
  });

  it('never leaves on Escape, which people press to close other things', () => {
    const presses = new ShiftPresses();

    expect([0, 1, 2, 3].map((timeStamp) => presses.press(move({ key: 'Escape', timeStamp })))).not.toContain(
      true,
    );
  });

  it.each<[string, Partial<KeyMove>]>([
    ['Alt, which changes the keyboard', { altKey: true }],
    ['Control, which changes the direction of writing', { ctrlKey: true }],
    ['Meta', { metaKey: true }],
  ])('does not leave on a Shift pressed while holding %s', (_, held) => {
    const presses = new ShiftPresses();

    expect([0, 1, 2, 3].map(() => presses.press(move(held)))).not.toContain(true);
  });

  it.each(['Alt', 'AltGraph', 'Control', 'Meta'])(
    'does not leave on a Shift that %s was let go of after, without a word of its way down',
    (key) => {
      const presses = new ShiftPresses();
      const changeKeyboard = () => {
        const leaves = presses.press(move());
        presses.release(move({ key }));
        return leaves;
      };

      expect([0, 1, 2, 3].map(changeKeyboard)).not.toContain(true);
    },
  );

  it('leaves although the key before was let go of late', () => {
    const presses = new ShiftPresses();

    presses.press(move());
    presses.release(move({ key: 'e' }));

    expect([1, 2].map(() => presses.press(move()))).toEqual([false, true]);
  });

  it('begins anew after a click, which Shift extends a selection with', () => {
    const presses = new ShiftPresses();
    const clickWithShift = () => {
      const leaves = presses.press(move());
      presses.startAnew();
      return leaves;
    };

    expect([0, 1, 2, 3].map(clickWithShift)).not.toContain(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  keptIn,
  MOST_SELECTED,
  NOTHING_SELECTED,
  ticked,
  tickedAll,
  tickedThrough,
} from './row-selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

describe('the selection of rows', () => {
  it('ticks a row, and unticks it the second time', () => {
    const once = ticked(NOTHING_SELECTED, 'b');

    expect([...once.ids]).toEqual(['b']);
    expect([...ticked(once, 'b').ids]).toEqual([]);
  });

  it.each([
    ['down', 'b', 'd'],
    ['up', 'd', 'b'],
  ])('ticks a range %s from the last tick', (_, from, to) => {
    const range = tickedThrough(ticked(NOTHING_SELECTED, from), to, order);

    expect([...range.ids].sort()).toEqual(['b', 'c', 'd']);
  });

  it('unticks a range that ends on a ticked row', () => {
    const all = tickedAll(NOTHING_SELECTED, order);
    const withAnchor = ticked(ticked(all, 'a'), 'a');

    expect([...tickedThrough(withAnchor, 'c', order).ids]).toEqual(['d', 'e']);
  });

  it('ticks one row where there is nothing to range from', () => {
    expect([...tickedThrough(NOTHING_SELECTED, 'c', order).ids]).toEqual(['c']);
  });

  it('ticks all rows, then none', () => {
    const all = tickedAll(NOTHING_SELECTED, order);

    expect(all.ids.size).toBe(5);
    expect(tickedAll(all, order).ids.size).toBe(0);
  });

  it('never holds more than 200', () => {
    const many = Array.from({ length: 300 }, (_, index) => `case ${index}`);
    const full = tickedAll(NOTHING_SELECTED, many);

    expect(full.ids.size).toBe(MOST_SELECTED);
    expect(ticked(full, 'case 299').ids.size).toBe(MOST_SELECTED);
    expect(tickedThrough(ticked(NOTHING_SELECTED, 'case 0'), 'case 299', many).ids.size).toBe(MOST_SELECTED);
  });

  it('forgets rows that are gone', () => {
    const all = tickedAll(NOTHING_SELECTED, order);

    expect([...keptIn(all, ['b', 'x']).ids]).toEqual(['b']);
    expect(keptIn(all, order)).toBe(all);
  });
});

import { describe, expect, it } from '@jest/globals';
import { drawCaseNumber } from './case-number.ts';

describe('drawCaseNumber', () => {
  it('draws numbers without vowels and without look-alikes', () => {
    const drawn = Array.from({ length: 2_000 }, drawCaseNumber);

    for (const number of drawn) expect(number).toMatch(/^[2-9BCDFGHJ-NPQRTV-Z]{3}-[2-9BCDFGHJ-NPQRTV-Z]{3}$/);
    expect(drawn.join('')).not.toMatch(/[AEIOUYLS01]/);
  });

  it('tells nothing of how many came before: numbers rise as often as they fall', () => {
    const drawn = Array.from({ length: 2_001 }, drawCaseNumber);

    const rises = drawn.filter((number, place) => place > 0 && number > (drawn[place - 1] ?? '')).length;

    // 2,000 throws of a coin: six standard deviations are 134.
    expect(Math.abs(rises - 1_000)).toBeLessThan(134);
  });
});

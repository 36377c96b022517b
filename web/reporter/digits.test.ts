import { describe, expect, it } from '@jest/globals';
import { westernDigits } from './digits.ts';

describe('westernDigits', () => {
  it.each([
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['4K7Q-٢٠٢٦', '4K7Q-2026'],
    ['', ''],
  ])('reads %j as %j', (typed, read) => {
    expect(westernDigits(typed)).toBe(read);
  });
});

import { describe, expect, it } from '@jest/globals';
import { assertNever } from './assert-never.ts';

describe('assertNever', () => {
  it('throws without repeating the value, which may be what a reporter typed', () => {
    expect(() => assertNever('canary' as never)).toThrow(/^(?!.*canary).*$/);
  });
});

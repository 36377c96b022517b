import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isUuid } from './uuid.ts';

describe('isUuid', () => {
  it('takes an id as PostgreSQL writes it', () => {
    expect(isUuid(randomUUID())).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['another word', 'case'],
    ['an id in capitals, which would be a second name for the same row', randomUUID().toUpperCase()],
    ['an id in braces', `{${randomUUID()}}`],
    ['an id without hyphens', randomUUID().replaceAll('-', '')],
    ['an id with something behind it', `${randomUUID()}\n`],
  ])('refuses %s', (_, text) => {
    expect(isUuid(text)).toBe(false);
  });
});

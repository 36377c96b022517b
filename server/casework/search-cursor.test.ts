import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { readSearchCursor, searchCursorOf } from './search-cursor.ts';

const ID = '33333333-3333-4333-8333-333333333333';

function forged(...parts: unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

describe('readSearchCursor', () => {
  it('reads what was written', () => {
    const cursor = { day: '2026-02-03', id: ID, scanned: 200 };

    expect(readSearchCursor(searchCursorOf(cursor))).toEqual(cursor);
  });

  it.each([
    '',
    'x',
    forged('REPLY_DUE', '2026-02-03', ID, 1),
    forged('SEARCH', '2026-02-30', ID, 1),
    forged('SEARCH', '2026-02-03', 'x', 1),
    forged('SEARCH', '2026-02-03', ID, -1),
    forged('SEARCH', '2026-02-03', ID, 'x'),
    forged('SEARCH', '2026-02-03', ID),
  ])('refuses %j', (cursor) => {
    expect(readSearchCursor(cursor)).toBeNull();
  });
});

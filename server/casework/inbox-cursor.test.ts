import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { CaseOrder } from './case.type.ts';
import type { CaseRow } from './case-row.ts';
import { cursorOf, readCursor } from './inbox-cursor.ts';

const ID = '3f0c1d8e-5d0a-4c7b-9a51-0f2c64bb7d10';
const ROW = { id: ID, received_on: '2026-03-01', reply_due_by: '2026-03-04' } as CaseRow;

function forged(parts: unknown): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

describe('the cursor of the inbox', () => {
  it('names the day it is sorted by and the id, in each order', () => {
    expect(readCursor(cursorOf(ROW, CaseOrder.RECEIVED), CaseOrder.RECEIVED)).toEqual({
      day: '2026-03-01',
      id: ID,
    });
    expect(readCursor(cursorOf(ROW, CaseOrder.REPLY_DUE), CaseOrder.REPLY_DUE)).toEqual({
      day: '2026-03-04',
      id: ID,
    });
  });

  it('stands after every day where no answer is due', () => {
    const cursor = cursorOf({ ...ROW, reply_due_by: null }, CaseOrder.REPLY_DUE);

    expect(readCursor(cursor, CaseOrder.REPLY_DUE)).toEqual({ day: 'infinity', id: ID });
  });

  it.each<[string, string]>([
    ['one of another order', cursorOf(ROW, CaseOrder.RECEIVED)],
    ['nothing', ''],
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('[').toString('base64url')],
    ['no list', forged({ day: '2026-03-01' })],
    ['null', forged(null)],
    ['too few parts', forged([CaseOrder.REPLY_DUE])],
    ['no id', forged([CaseOrder.REPLY_DUE, '2026-03-01', 'x'])],
    ['an id in capitals', forged([CaseOrder.REPLY_DUE, '2026-03-01', ID.toUpperCase()])],
    ['a statement', forged([CaseOrder.REPLY_DUE, "2026-03-01'; --", ID])],
    ['numbers', forged([CaseOrder.REPLY_DUE, 20260301, 7])],
    ['a day that no calendar has', forged([CaseOrder.REPLY_DUE, '2026-02-30', ID])],
    ['a month that no calendar has', forged([CaseOrder.REPLY_DUE, '2026-13-01', ID])],
    ['the year 0', forged([CaseOrder.REPLY_DUE, '0000-01-01', ID])],
    ['minus infinity', forged([CaseOrder.REPLY_DUE, '-infinity', ID])],
  ])('refuses %s', (_, cursor) => {
    expect(readCursor(cursor, CaseOrder.REPLY_DUE)).toBeNull();
  });
});

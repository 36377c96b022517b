import { CaseOrder } from './case.type.ts';
import type { CaseRow } from './case-row.ts';

/** Stands for "no day", after every day. PostgreSQL reads it as a date. */
export const NO_DAY = 'infinity';

/** Where a page ended: the day it is sorted by, and the id that breaks ties. */
export interface InboxCursor {
  readonly day: string;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The cursor of a row in an order; opaque to clients. */
export function cursorOf(row: CaseRow, order: CaseOrder): string {
  const day = order === CaseOrder.RECEIVED ? row.received_on : (row.reply_due_by ?? NO_DAY);
  return Buffer.from(JSON.stringify([order, day, row.id])).toString('base64url');
}

/** Reads a cursor back; null when it is not one of ours, or of another order. */
export function readCursor(cursor: string, order: CaseOrder): InboxCursor | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts)) return null;
    const [ofOrder, day, id]: unknown[] = parts;
    return ofOrder === order ? readDayAndId(day, id) : null;
  } catch {
    return null;
  }
}

/** A day (or none) and an id that PostgreSQL takes, out of what somebody sent; null where it would throw at them. */
export function readDayAndId(day: unknown, id: unknown): InboxCursor | null {
  if (typeof day !== 'string' || typeof id !== 'string') return null;
  return (day === NO_DAY || isCalendarDay(day)) && UUID.test(id) ? { day, id } : null;
}

/** PostgreSQL knows the days from the year 1 on, and throws at 30 February, which a forged cursor may name. */
function isCalendarDay(day: string): boolean {
  const instant = /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
}

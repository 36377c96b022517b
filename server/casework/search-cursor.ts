import type { Day } from '../shared/day.ts';
import { readDayAndId } from './inbox-cursor.ts';

/** Where a search stopped: at which case, and how many it had looked through. */
export interface SearchCursor {
  readonly day: Day;
  readonly id: string;
  readonly scanned: number;
}

/** Writes where a search stopped; opaque to clients. */
export function searchCursorOf({ day, id, scanned }: SearchCursor): string {
  return Buffer.from(JSON.stringify(['SEARCH', day, id, scanned])).toString('base64url');
}

/** Reads a cursor back; null when it is not one of ours. */
export function readSearchCursor(cursor: string): SearchCursor | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts) || parts[0] !== 'SEARCH') return null;
    const place = readDayAndId(parts[1], parts[2]);
    const scanned: unknown = parts[3];
    return place && Number.isSafeInteger(scanned) && Number(scanned) >= 0
      ? { ...place, scanned: Number(scanned) }
      : null;
  } catch {
    return null;
  }
}

import { AUDIT_ACTS } from './audit-acts.ts';
import type { AuditFilter } from './use-audit-log.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** Reads the filter out of an address; what fits nothing there is left out. */
export function filterIn(search: URLSearchParams): AuditFilter {
  const person = search.get('person') ?? '';
  const act = AUDIT_ACTS.find((known) => known === search.get('act'));
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  return {
    ...(UUID.test(person) && { personId: person }),
    ...(act && { act }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}

function isDay(text: string): boolean {
  return DAY.test(text) && new Date(`${text}T00:00:00Z`).getTime() > 0;
}

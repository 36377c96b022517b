/**
 * Whether a text is an id as PostgreSQL writes it: one name for one row.
 *
 * PostgreSQL throws where anything else is compared with an id, so callers look first.
 */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/**
 * The `code` of a system error (`ENOENT`), a database error (SQLSTATE) or one of our own; null when there is none.
 *
 * Looks at the shape instead of the class: errors of Node come from another realm than the code that Jest runs.
 */
export function codeOf(error: unknown): string | null {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null;
  return typeof code === 'string' ? code : null;
}

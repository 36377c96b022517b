import { createHash } from 'node:crypto';

/**
 * Names the state of some settings, for optimistic locking: the same settings have the same version.
 *
 * @returns 22 characters, base64url.
 */
export function versionOf(settings: unknown): string {
  return createHash('sha256').update(canonical(settings)).digest('base64url').slice(0, 22);
}

/** JSON with the properties of objects in one order, since the database gives them in another than they came. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}

import { createHash } from 'node:crypto';

/**
 * Names the state of something, for optimistic locking: what is the same has the same version.
 *
 * @returns 22 characters, base64url.
 */
export function versionOf(state: unknown): string {
  return createHash('sha256').update(canonical(state)).digest('base64url').slice(0, 22);
}

/**
 * What a save comes to, decided under a lock of what it changes.
 *
 * @param now version of what is there; null: nothing is.
 * @param wanted version of what is to be there.
 * @param basedOn version of what was changed; null or none: something new is made.
 * @returns `done`: it is there already, as after an answer that was lost. `outdated`: somebody else changed, made or
 *   deleted it since; storing would undo that without a word.
 */
export function saveOf(
  now: string | null,
  wanted: string,
  basedOn: string | null | undefined,
): 'store' | 'done' | 'outdated' {
  if (now === wanted) return 'done';
  return now === (basedOn ?? null) ? 'store' : 'outdated';
}

/** JSON with the properties of objects in one order, since the database gives them in another than they came. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}

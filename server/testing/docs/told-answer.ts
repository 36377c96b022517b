/**
 * Values that differ from run to run, and what stands in their place. The order matters: a longer pattern before one that
 * would match a part of it.
 */
const CHANGING: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'instant'],
  [/^\d{4}-\d\d-\d\d$/, 'day'],
  [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'id'],
  [/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/, 'recovery key'],
  [/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/, 'access code'],
  [/^[\w-]{87}$/, 'enrolment'],
  [/^[\w-]{43}$/, 'session token'],
];

/** An answer with every value that differs from run to run replaced by what kind it is. */
export function withoutChance(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutChance);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutChance(inner)]));
  }
  if (typeof value !== 'string') return value;
  const kind = CHANGING.find(([pattern]) => pattern.test(value))?.[1];
  return kind ? `<${kind}>` : value;
}

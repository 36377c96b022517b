/**
 * Whether two answers of the service say the same, field by field, in whatever order the fields came.
 *
 * @param one,other what JSON can hold; anything else is the same only if it is identical.
 */
export function isSameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const fields = Object.entries(one);
  if (fields.length !== Object.keys(other).length) return false;
  return fields.every(
    ([name, value]) => Object.hasOwn(other, name) && isSameData(value, Reflect.get(other, name)),
  );
}

/**
 * Whether a whole answer says all that a part of it says: every field of the part is the same in the whole.
 *
 * @param whole,part what JSON can hold. Lists are the same only if they are equally long.
 */
export function isSaidBy(whole: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null || typeof whole !== 'object' || whole === null) {
    return Object.is(whole, part);
  }
  if (Array.isArray(part) && (!Array.isArray(whole) || whole.length !== part.length)) return false;
  return Object.entries(part).every(
    ([name, value]) => Object.hasOwn(whole, name) && isSaidBy(Reflect.get(whole, name), value),
  );
}

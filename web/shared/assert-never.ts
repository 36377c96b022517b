/**
 * Ends a `switch` over a union, so that the compiler names every place that a new member has to be handled in.
 *
 * @throws {TypeError} always; a caller that reaches it was handed a value outside its type, for example by a server
 *   newer than this page. The message names no value: it may hold what a person wrote.
 */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected value of type ${typeof value}`);
}

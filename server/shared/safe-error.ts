import { isNativeError } from 'node:util/types';

/** What may be told of an error: nothing of what anybody typed. */
export interface SafeError {
  /** Class of the error, e.g. `QueryFailedError`. */
  name: string;
  /** System error, SQLSTATE or code of our own, e.g. `ECONNREFUSED`, `23505`. */
  code?: string;
  /** Constraint of the database that was hit. */
  constraint?: string;
  /** Places in the program, innermost first, at most 12. */
  frames: string[];
}

const MOST_FRAMES = 12;
const MOST_NESTED = 4;
const FRAME =
  /^at (?:(?:async |new )*([\w$.<>#]{1,120})(?: \[as [\w$]{1,60}\])? )?\(?(?:file:\/\/)?((?:\/|node:|[A-Z]:)[^()\n]{1,300}:\d{1,6}:\d{1,6})\)?$/;

/**
 * Reduces whatever was thrown to what may be logged. The text of an error never passes: PostgreSQL, TypeORM and
 * GraphQL put values into theirs. Stack frames pass only where they can be told from the text above them.
 */
export function safeError(thrown: unknown): SafeError {
  if (!isNativeError(thrown)) return { name: 'Thrown', frames: [] };
  const chain = withCauses(thrown);
  const code = chain.map((error) => word(error, 'code', /^[A-Z0-9_]{2,40}$/)).find(Boolean);
  const constraint = chain.map((error) => word(error, 'constraint', /^[a-z0-9_]{1,63}$/)).find(Boolean);
  return {
    name: word(thrown, 'name', /^[A-Za-z]{1,60}$/) ?? 'Error',
    ...(code ? { code } : {}),
    ...(constraint ? { constraint } : {}),
    frames: frames(thrown),
  };
}

function withCauses(error: object, depth = 0): object[] {
  if (depth > MOST_NESTED) return [];
  const inner = ['driverError', 'cause', 'originalError'].map((key): unknown => Reflect.get(error, key));
  const objects = inner.filter((each): each is object => typeof each === 'object' && each !== null);
  return [error, ...objects.flatMap((each) => withCauses(each, depth + 1))];
}

function word(error: object, key: string, shape: RegExp): string | undefined {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' && shape.test(value) ? value : undefined;
}

/** V8 writes the text first and the frames after it; where the text is not found whole, its end is unknown. */
function frames(error: Error): string[] {
  const stack = typeof error.stack === 'string' ? error.stack : '';
  const end =
    error.message === '' ? stack.indexOf('\n') : stack.indexOf(error.message) + error.message.length;
  if (error.message !== '' && !stack.includes(error.message)) return [];
  return stack
    .slice(Math.max(end, 0))
    .split('\n')
    .map((line) => FRAME.exec(line.trim()))
    .filter((match) => match !== null)
    .slice(0, MOST_FRAMES)
    .map(([, callee, place]) => [callee, place].filter(Boolean).join(' '));
}

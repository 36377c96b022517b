import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';

/**
 * Why an operation has no answer, as far as a person has to know.
 *
 * - `unreachable`: no answer came; it is unknown whether the operation was done.
 * - `busy`: turned away before anything was done.
 * - `session-ended`: nothing was done; somebody has to sign in again.
 * - `refused`: understood and not done.
 * - `service`: the service had a fault; it is unknown whether the operation was done.
 */
export type Failure = 'unreachable' | 'busy' | 'session-ended' | 'refused' | 'service';

/**
 * Sorts whatever Apollo Client throws. Only codes decide, never the sentences that came with them.
 *
 * @param error what a query, a mutation or a subscription failed with.
 */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const { code } = error.errors[0]?.extensions ?? {};
    return ofCode(code);
  }
  if (ServerError.is(error)) return error.statusCode === 429 || error.statusCode === 503 ? 'busy' : 'service';
  if (ServerParseError.is(error)) return 'service';
  return 'unreachable';
}

function ofCode(code: unknown): Failure {
  switch (code) {
    case 'UNAUTHENTICATED':
      return 'session-ended';
    case 'THROTTLED':
      return 'busy';
    case 'FORBIDDEN':
    case 'BAD_USER_INPUT':
      return 'refused';
    default:
      return 'service';
  }
}

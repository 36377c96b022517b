import { useMutation } from '@apollo/client/react';
import { assertNever } from '../../shared/assert-never.ts';
import { graphql, readFragment, type VariablesOf } from '../../shared/graphql.ts';
import { type Failure, failureOf } from '../service/failure.ts';
import { Session_caseworker } from './me.query.ts';
import type { SignedInCaseworker } from './session.ts';

const SignIn = graphql(
  `
    mutation SignIn($input: SignInInput!) {
      signIn(input: $input) {
        __typename
        ... on StaffSession {
          caseworker {
            ...Session_caseworker
          }
        }
        ... on SignInRefused {
          message
        }
        ... on OneTimeCodeNeeded {
          message
        }
        ... on ServiceBusy {
          retryAfterSeconds
        }
      }
    }
  `,
  [Session_caseworker],
);

/** How an attempt to sign in ended. `message` comes from the service and is safe to show. */
export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly caseworker: SignedInCaseworker }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'code-needed'; readonly message: string }
  | { readonly kind: 'busy'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

type SignInInput = VariablesOf<typeof SignIn>['input'];

/** Signs in. The function never throws, and keeps nothing of what it was given. */
export function useSignIn(): (input: SignInInput) => Promise<SignInOutcome> {
  // Without a cache the password and the code do not outlive the request.
  const [signIn] = useMutation(SignIn, { fetchPolicy: 'no-cache' });

  return async (input) => {
    try {
      const { data } = await signIn({ variables: { input } });
      const result = data?.signIn;
      switch (result?.__typename) {
        case 'StaffSession':
          return { kind: 'signed-in', caseworker: readFragment(Session_caseworker, result.caseworker) };
        case 'SignInRefused':
          return { kind: 'refused', message: result.message };
        case 'OneTimeCodeNeeded':
          return { kind: 'code-needed', message: result.message };
        case 'ServiceBusy':
          return { kind: 'busy', seconds: result.retryAfterSeconds };
        case undefined:
          return { kind: 'failed', failure: 'service' };
        default:
          return assertNever(result);
      }
    } catch (error) {
      return { kind: 'failed', failure: failureOf(error) };
    }
  };
}

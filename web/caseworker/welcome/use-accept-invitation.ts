import { useMutation } from '@apollo/client/react';
import { assertNever } from '../../shared/assert-never.ts';
import { graphql, readFragment, type VariablesOf } from '../../shared/graphql.ts';
import { type Failure, failureOf } from '../service/failure.ts';
import { Session_caseworker } from '../session/me.query.ts';
import type { SignedInCaseworker } from '../session/session.ts';

const AcceptInvitation = graphql(
  `
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
      acceptInvitation(input: $input) {
        __typename
        ... on Welcome {
          recoveryKey
          caseworker {
            ...Session_caseworker
          }
        }
        ... on InvitationRefused {
          message
        }
        ... on WeakPassword {
          message
        }
        ... on ServiceBusy {
          isFault
        }
      }
    }
  `,
  [Session_caseworker],
);

/** How an attempt to accept an invitation ended. `message` comes from the service and is safe to show. */
export type InvitationOutcome =
  | { readonly kind: 'welcome'; readonly recoveryKey: string; readonly caseworker: SignedInCaseworker }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'weak-password'; readonly message: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Accepts an invitation. The function never throws, and keeps nothing of what it was given. */
export function useAcceptInvitation(): (
  input: VariablesOf<typeof AcceptInvitation>['input'],
) => Promise<InvitationOutcome> {
  // Without a cache neither the password nor the recovery key outlives the page that shows it.
  const [accept] = useMutation(AcceptInvitation, { fetchPolicy: 'no-cache' });

  return async (input) => {
    try {
      const { data } = await accept({ variables: { input } });
      const result = data?.acceptInvitation;
      switch (result?.__typename) {
        case 'Welcome': {
          const caseworker = readFragment(Session_caseworker, result.caseworker);
          return { kind: 'welcome', recoveryKey: result.recoveryKey, caseworker };
        }
        case 'InvitationRefused':
          return { kind: 'refused', message: result.message };
        case 'WeakPassword':
          return { kind: 'weak-password', message: result.message };
        case 'ServiceBusy':
          return { kind: 'failed', failure: result.isFault ? 'service' : 'busy' };
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

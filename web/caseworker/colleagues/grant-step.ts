import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../shared/graphql.ts';
import { failureOf } from '../service/failure.ts';
import type { GrantStep } from './grant-run.ts';

const GrantCases = graphql(`
  mutation GrantCases($input: GrantCasesInput!) {
    grantCases(input: $input) {
      __typename
      ... on CasesGranted {
        granted
        left
        notGrantedCount
        notGranted {
          reason
          case {
            id
            number
          }
        }
      }
    }
  }
`);

/** Grants some open cases, by this client. */
export function grantStepWith(client: ApolloClient): GrantStep {
  return async (caseworkerId) => {
    try {
      const { data } = await client.mutate({
        mutation: GrantCases,
        variables: { input: { caseworkerId, scope: 'OPEN' } },
        fetchPolicy: 'no-cache',
      });
      const answer = data?.grantCases;
      switch (answer?.__typename) {
        case 'CasesGranted':
          return answer;
        case 'CannotHoldCase':
          return 'refused-person';
        default:
          return 'service';
      }
    } catch (error) {
      return failureOf(error);
    }
  };
}

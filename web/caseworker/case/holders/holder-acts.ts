import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../../shared/graphql.ts';
import { CaseHistory_case } from '../record/CaseHistory.tsx';
import { type ActOutcome, outcomeFrom } from '../work/act-outcome.ts';
import { CaseFacts_case } from '../work/CaseFacts.tsx';
import { WorkPanel_case } from '../work/WorkPanel.tsx';
import { CaseHolders_case } from './case-holders.fragment.ts';

const GrantCase = graphql(
  `
    mutation GrantCase($input: GrantCaseInput!) {
      grantCase(input: $input) {
        __typename
        ... on CaseGranted {
          case {
            id
            ...CaseHolders_case
            ...WorkPanel_case
            ...CaseHistory_case
          }
        }
      }
    }
  `,
  [CaseHolders_case, WorkPanel_case, CaseHistory_case],
);

const KeepOutOfCase = graphql(
  `
    mutation KeepOutOfCase($input: KeepOutOfCaseInput!) {
      keepOutOfCase(input: $input) {
        __typename
        ... on KeptOutOfCase {
          case {
            id
            ...CaseHolders_case
            ...CaseFacts_case
            ...WorkPanel_case
            ...CaseHistory_case
          }
        }
      }
    }
  `,
  [CaseHolders_case, CaseFacts_case, WorkPanel_case, CaseHistory_case],
);

const StepBackFromCase = graphql(`
  mutation StepBackFromCase($input: KeepOutOfCaseInput!) {
    keepOutOfCase(input: $input) {
      __typename
    }
  }
`);

/** Who is meant, and which case. */
interface Pair {
  readonly caseId: string;
  readonly caseworkerId: string;
}

/** Lets a colleague open a case; the answer brings the page up to date. Never throws. */
export function letIn(client: ApolloClient, input: Pair): Promise<ActOutcome> {
  return outcomeFrom(
    client.mutate({ mutation: GrantCase, variables: { input } }).then(({ data }) => data?.grantCase),
  );
}

/** Keeps a colleague out of a case for good; the answer brings the page up to date. Never throws. */
export function keepOut(
  client: ApolloClient,
  input: Pair & { readonly idempotencyKey: string },
): Promise<ActOutcome> {
  return outcomeFrom(
    client.mutate({ mutation: KeepOutOfCase, variables: { input } }).then(({ data }) => data?.keepOutOfCase),
  );
}

/** Keeps oneself out of a case for good. Nothing of the answer is kept: there is nothing to show any more. Never throws. */
export function stepBack(
  client: ApolloClient,
  input: Pair & { readonly idempotencyKey: string },
): Promise<ActOutcome> {
  return outcomeFrom(
    client
      .mutate({ mutation: StepBackFromCase, variables: { input }, fetchPolicy: 'no-cache' })
      .then(({ data }) => data?.keepOutOfCase),
  );
}

import type { ApolloClient } from '@apollo/client';
import { graphql, type VariablesOf } from '../../../shared/graphql.ts';
import { CaseHistory_case } from '../record/CaseHistory.tsx';
import { CaseNotes_case } from '../record/CaseNotes.tsx';
import { type ActOutcome, outcomeFrom } from './act-outcome.ts';
import { CaseFacts_case } from './CaseFacts.tsx';

const AssignCase = graphql(
  `
    mutation AssignCase($input: AssignCaseInput!) {
      assignCase(input: $input) {
        __typename
        ... on CaseAssigned {
          case {
            id
            ...CaseFacts_case
            ...CaseHistory_case
          }
        }
      }
    }
  `,
  [CaseFacts_case, CaseHistory_case],
);

const HandOverCase = graphql(
  `
    mutation HandOverCase($input: HandOverCaseInput!) {
      handOverCase(input: $input) {
        __typename
        ... on CaseHandedOver {
          case {
            id
            ...CaseFacts_case
            ...CaseHistory_case
            ...CaseNotes_case
          }
        }
        ... on InvalidMessage {
          refusal: message
        }
      }
    }
  `,
  [CaseFacts_case, CaseHistory_case, CaseNotes_case],
);

const ChangeCaseStatus = graphql(
  `
    mutation ChangeCaseStatus($input: ChangeCaseStatusInput!) {
      changeCaseStatus(input: $input) {
        __typename
        ... on CaseStatusChanged {
          case {
            id
            ...CaseFacts_case
            ...CaseHistory_case
          }
        }
        ... on StatusChangeRefused {
          refusal: message
        }
      }
    }
  `,
  [CaseFacts_case, CaseHistory_case],
);

const SetCaseLabels = graphql(
  `
    mutation SetCaseLabels($input: SetCaseLabelsInput!) {
      setCaseLabels(input: $input) {
        __typename
        ... on CaseLabelsSet {
          case {
            id
            ...CaseFacts_case
            ...CaseHistory_case
          }
        }
      }
    }
  `,
  [CaseFacts_case, CaseHistory_case],
);

type Input<Document> = VariablesOf<Document> extends { readonly input: infer I } ? I : never;

/** What can be done with a case besides writing. None of them throws; each answer brings the page up to date. */
export interface CaseActs {
  assign(input: Input<typeof AssignCase>): Promise<ActOutcome>;
  handOver(input: Input<typeof HandOverCase>): Promise<ActOutcome>;
  changeStatus(input: Input<typeof ChangeCaseStatus>): Promise<ActOutcome>;
  setLabels(input: Input<typeof SetCaseLabels>): Promise<ActOutcome>;
}

/** The acts, sent by this client. */
export function caseActs(client: ApolloClient): CaseActs {
  return {
    assign: (input) =>
      outcomeFrom(
        client.mutate({ mutation: AssignCase, variables: { input } }).then(({ data }) => data?.assignCase),
      ),
    handOver: (input) =>
      outcomeFrom(
        client
          .mutate({ mutation: HandOverCase, variables: { input } })
          .then(({ data }) => data?.handOverCase),
      ),
    changeStatus: (input) =>
      outcomeFrom(
        client
          .mutate({ mutation: ChangeCaseStatus, variables: { input } })
          .then(({ data }) => data?.changeCaseStatus),
      ),
    setLabels: (input) =>
      outcomeFrom(
        client
          .mutate({ mutation: SetCaseLabels, variables: { input } })
          .then(({ data }) => data?.setCaseLabels),
      ),
  };
}

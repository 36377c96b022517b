import { graphql } from '../../shared/graphql.ts';

/** For how long closed cases are kept. */
export const RetentionQuery = graphql(`
  query RetentionPage {
    retention {
      version
      days
      shortest
      longest
      noticeDays
      lostCases
      waitsUntil
    }
  }
`);

/** What would be deleted next if cases were kept for so long. */
export const RetentionPreviewQuery = graphql(`
  query RetentionPreview($days: Int!) {
    retentionPreview(days: $days) {
      through
      count
      others
      cases {
        caseId
        caseNumber
        closedOn
        deletesOn
        isKeptBack
      }
    }
  }
`);

/** Keeps closed cases for another time. */
export const ChangeRetention = graphql(`
  mutation ChangeRetention($input: ChangeRetentionInput!) {
    changeRetention(input: $input) {
      __typename
      ... on RetentionChanged {
        retention {
          version
          days
        }
      }
      ... on InvalidSettings {
        refusal: message
        faults {
          message
        }
      }
      ... on ChangedMeanwhile {
        refusal: message
      }
    }
  }
`);

import { graphql } from '../../shared/graphql.ts';

/** Sends the report. Safe to repeat with the same key. */
export const SubmitReportDocument = graphql(`
  mutation SubmitReport($input: SubmitReportInput!) {
    submitReport(input: $input) {
      __typename
      ... on ReportSubmitted {
        submittedOn
        messaging
        replyExpectedBy
      }
      ... on InvalidReport {
        reason
        faults {
          question
          reason
          limit
          count
          choice
        }
      }
      ... on ServiceBusy {
        retryAfterSeconds
        isFault
      }
    }
  }
`);

/** Draws a code. Writes nothing. */
export const OptIntoMessagingDocument = graphql(`
  mutation OptIntoMessaging {
    optIntoMessaging {
      __typename
      ... on MessagingOffer {
        code
        enrolment
        expiresAt
      }
      ... on ServiceBusy {
        retryAfterSeconds
      }
    }
  }
`);

import { graphql, type ResultOf } from '../../shared/graphql.ts';

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
        message
        faults {
          question
          message
        }
      }
      ... on ServiceBusy {
        retryAfterSeconds
      }
    }
  }
`);

/** What became of a report. */
export type SubmitReportResult = ResultOf<typeof SubmitReportDocument>['submitReport'];

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

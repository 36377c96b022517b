import { graphql } from '../../shared/graphql.ts';

/** When somebody is there to answer, what follows from it today, and the languages to say why nobody is. */
export const ReplyTimesQuery = graphql(`
  query ReplyTimesPage {
    serviceHours {
      version
      timeZone
      targetWorkingDays
      periods {
        weekday
        from
        to
      }
      closures {
        from
        to
        reasons {
          locale
          text
        }
      }
    }
    organisation {
      locales
    }
  }
`);

/** The day that somebody who writes today is told. */
export const ReplyExpectedQuery = graphql(`
  query ReplyExpected {
    organisation {
      replyExpectedBy
    }
  }
`);

/** Changes the hours as a whole. */
export const ChangeReplyTimes = graphql(`
  mutation ChangeReplyTimes($input: ChangeServiceHoursInput!) {
    changeServiceHours(input: $input) {
      __typename
      ... on ServiceHoursChanged {
        movedDeadlines
        serviceHours {
          version
          timeZone
          targetWorkingDays
          periods {
            weekday
            from
            to
          }
          closures {
            from
            to
            reasons {
              locale
              text
            }
          }
        }
      }
      ... on InvalidServiceHours {
        field
        message
      }
      ... on ChangedMeanwhile {
        refusal: message
      }
    }
  }
`);

import { graphql } from '../../shared/graphql.ts';

/** How far the statistics reach, and what the categories are called. */
export const StatisticsReachQuery = graphql(`
  query StatisticsReach {
    statistics {
      dataFrom
      dataThrough
      threshold
      countedQuestions {
        id
        text
        isCategory
        choices {
          id
          text
        }
      }
    }
  }
`);

/** What was answered to one question, by route. */
export const StatisticsAnswersQuery = graphql(`
  query StatisticsAnswers($where: StatisticsFilter!, $question: ID!) {
    reportCounts(by: [ROUTE, ANSWER], question: $question, where: $where) {
      rows {
        route
        answer
        count
      }
    }
  }
`);

/** Every number of the page but for the answers. */
export const StatisticsNumbersQuery = graphql(`
  query StatisticsNumbers($where: StatisticsFilter!, $hasCategories: Boolean!) {
    reports: reportCounts(by: [PERIOD], where: $where) {
      rows {
        period
        count
      }
    }
    byCategory: reportCounts(by: [PERIOD, CATEGORY], where: $where) @include(if: $hasCategories) {
      rows {
        period
        category
        count
      }
    }
    replyTimes(by: [PERIOD], bucket: QUARTER, where: $where) {
      rows {
        period
        count
        medianWorkingHours
        p90WorkingHours
        withinTarget
      }
    }
    backlog {
      asOf
      rows {
        age
        count
      }
    }
    workFlow(where: $where) {
      rows {
        period
        received
        closed
      }
    }
    messagingUse(where: $where) {
      rows {
        period
        reports
        optedIn
        wroteAgain
      }
    }
    serviceHours {
      targetWorkingDays
    }
  }
`);

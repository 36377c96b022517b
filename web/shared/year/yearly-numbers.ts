import { graphql, type ResultOf } from '../graphql.ts';

/** What the page of a year shows. */
export const YearlyNumbersFragment = graphql(`
  fragment YearlyNumbers on YearlyPage @_unmask {
    year
    countedFrom
    threshold
    total
    quarters {
      label
      count
    }
    categories {
      label
      text
      locale
      count
    }
    routes {
      label
      count
    }
    wantedMessages
    repliedInTime
  }
`);

/** The numbers of a year. */
export type YearlyNumbers = ResultOf<typeof YearlyNumbersFragment>;

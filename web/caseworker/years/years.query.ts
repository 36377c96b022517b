import { graphql } from '../../shared/graphql.ts';
import { YearlyNumbersFragment } from '../../shared/year/yearly-numbers.ts';

/** Every closed year, and whether the public can read its numbers. */
export const YearsQuery = graphql(`
  query Years {
    yearsToPublish {
      year
      isPublic
      publishedOn
      canBeTold
    }
  }
`);

/** A year as the public reads it, or would read it. */
export const YearPreviewQuery = graphql(
  `
    query YearPreview($year: Int!, $locale: String) {
      organisation {
        name
        locales
      }
      yearsToPublish {
        year
        isPublic
      }
      yearlyPagePreview(year: $year, locale: $locale) {
        ...YearlyNumbers
      }
    }
  `,
  [YearlyNumbersFragment],
);

/** Puts the page of a year on the portal. */
export const PublishYear = graphql(`
  mutation PublishYear($year: Int!) {
    publishYear(year: $year) {
      __typename
      ... on YearCannotBeTold {
        refusal: message
      }
    }
  }
`);

/** Takes the page of a year off the portal. */
export const WithdrawYear = graphql(`
  mutation WithdrawYear($year: Int!) {
    withdrawYear(year: $year)
  }
`);

import { graphql } from '../../shared/graphql.ts';

/** Below which number statistics say nothing, and from when on. */
export const SmallNumbersQuery = graphql(`
  query SmallNumbersPage {
    statisticsSetting {
      threshold
      inForce
      appliesFrom
    }
  }
`);

/** Changes that number. */
export const ChangeThreshold = graphql(`
  mutation ChangeThreshold($threshold: Int!) {
    changeStatisticsThreshold(threshold: $threshold) {
      __typename
      ... on StatisticsSettingChanged {
        setting {
          threshold
          inForce
          appliesFrom
        }
      }
      ... on InvalidThreshold {
        refusal: message
      }
    }
  }
`);

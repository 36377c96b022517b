import { graphql } from '../../shared/graphql.ts';

/** Whether reports are taken, and the languages in which to say why not. */
export const OpennessQuery = graphql(`
  query OpennessPage {
    openness {
      version
      isOpen
      reasons {
        locale
        text
      }
    }
    organisation {
      locales
    }
  }
`);

/** Opens or closes the service for reports. */
export const ChangeOpenness = graphql(`
  mutation ChangeOpenness($input: ChangeOpennessInput!) {
    changeOpenness(input: $input) {
      __typename
      ... on OpennessChanged {
        openness {
          version
          isOpen
          reasons {
            locale
            text
          }
        }
      }
      ... on InvalidSettings {
        faults {
          field
          message
        }
      }
      ... on ChangedMeanwhile {
        refusal: message
      }
    }
  }
`);

import { graphql } from '../../shared/graphql.ts';

/** The support services of every language, the languages that are offered, and what is said to who is in danger. */
export const SupportQuery = graphql(`
  query SupportPage {
    supportLists {
      version
      lists {
        locale
        services {
          name
          description
          phone
          url
          openingHours
        }
      }
    }
    wording {
      locales
      words {
        part
        locale
        text
      }
    }
  }
`);

/** Changes the support services of every language as a whole. */
export const ChangeSupport = graphql(`
  mutation ChangeSupport($input: ChangeSupportServicesInput!) {
    changeSupportServices(input: $input) {
      __typename
      ... on SupportServicesChanged {
        supportLists {
          version
          lists {
            locale
            services {
              name
              description
              phone
              url
              openingHours
            }
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

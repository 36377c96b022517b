import { graphql } from '../../shared/graphql.ts';

/** Name, languages, addresses and words; and the languages that there are. */
export const WordingQuery = graphql(`
  query WordingPage {
    wording {
      version
      name
      locales
      exitAddress
      onionAddress
      words {
        part
        locale
        text
      }
    }
    supportLists {
      lists {
        locale
      }
    }
  }
`);

/** Changes the wording as a whole. */
export const ChangeWording = graphql(`
  mutation ChangeWording($input: ChangeWordingInput!) {
    changeWording(input: $input) {
      __typename
      ... on WordingChanged {
        wording {
          version
          name
          locales
          exitAddress
          onionAddress
          words {
            part
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

import { graphql } from '../../shared/graphql.ts';

/** The labels, whom they can stand for, and the languages to write them in. */
export const KeptOutQuery = graphql(`
  query KeptOutPage {
    keptOutLabels {
      id
      version
      sort
      texts {
        locale
        text
      }
      caseworkers {
        id
        name
      }
    }
    people {
      id
      name
      state
      roles
    }
    organisation {
      locales
    }
  }
`);

/** Makes a label, or changes it. */
export const SaveKeptOutLabel = graphql(`
  mutation SaveKeptOutLabel($input: SaveKeptOutLabelInput!) {
    saveKeptOutLabel(input: $input) {
      __typename
      ... on InvalidKeptOutLabel {
        refusal: message
      }
      ... on ChangedMeanwhile {
        refusal: message
      }
      ... on ServiceBusy {
        refusal: message
      }
    }
  }
`);

/** Deletes a label; who is kept out by it stays so. */
export const DeleteKeptOutLabel = graphql(`
  mutation DeleteKeptOutLabel($id: ID!) {
    deleteKeptOutLabel(id: $id)
  }
`);

import { graphql } from '../../../shared/graphql.ts';

export const Deletion_case = graphql(`
  fragment Deletion_case on Case {
    id
    status
    assignableTo {
      id
    }
    deletion {
      purpose
      askedOn
      expiresOn
      askedBy {
        id
        name
      }
    }
  }
`);

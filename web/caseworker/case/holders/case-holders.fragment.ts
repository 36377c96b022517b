import { graphql } from '../../../shared/graphql.ts';

/** Who can open a case, and who never will. */
export const CaseHolders_case = graphql(`
  fragment CaseHolders_case on Case {
    id
    assignableTo {
      id
      name
    }
    keptOut {
      id
      name
    }
    keptOutByReporter
  }
`);

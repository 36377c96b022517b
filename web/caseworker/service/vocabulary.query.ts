import { graphql } from '../../shared/graphql.ts';

/** The words that cases can be labelled with. */
export const CaseLabelsQuery = graphql(`
  query CaseLabels {
    caseLabels {
      id
      text
    }
  }
`);

/** Who works here. */
export const ColleaguesQuery = graphql(`
  query Colleagues {
    colleagues {
      id
      name
    }
  }
`);

import { graphql } from '../../shared/graphql.ts';
import { CaseRow_case } from './CaseRow.tsx';

/** One page of the inbox, after a cursor. Lists ask for nothing that has to be unsealed. */
export const CaseListQuery = graphql(
  `
    query CaseList($first: Int!, $after: String, $filter: CaseFilter, $orderBy: CaseOrder!) {
      cases(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            ...CaseRow_case
          }
        }
      }
    }
  `,
  [CaseRow_case],
);

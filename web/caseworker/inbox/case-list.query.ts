import { graphql } from '../../shared/graphql.ts';
import { CaseRow_case } from './CaseRow.tsx';

/** One page of the inbox, after a cursor. */
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
            number
            lastSeq
            assignee {
              id
            }
            ...CaseRow_case
          }
        }
      }
    }
  `,
  [CaseRow_case],
);

/** What may change in a row. It asks for nothing that has to be unsealed, for it is asked every minute. */
export const CaseListMarksQuery = graphql(`
  query CaseListMarks($first: Int!, $filter: CaseFilter, $orderBy: CaseOrder!) {
    cases(first: $first, filter: $filter, orderBy: $orderBy) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          status
          replyDueBy
          isOverdue
          isReplyPaused
          hasUnread
          assignee {
            id
          }
          labels {
            id
          }
        }
      }
    }
  }
`);

/** Every list of the navigation, and how long it is. */
export const CaseViewsQuery = graphql(`
  query CaseViews {
    caseViews {
      view
      count
    }
  }
`);

import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../shared/graphql.ts';
import { failureOf } from '../service/failure.ts';
import { SearchHit_hit } from './SearchHit.tsx';
import type { SearchStretch } from './search-run.ts';

const SearchCasesQuery = graphql(
  `
    query SearchCases($text: String!, $after: String) {
      searchCases(text: $text, after: $after, first: 100) {
        scanned
        total
        endCursor
        hits {
          case {
            id
          }
          ...SearchHit_hit
        }
      }
    }
  `,
  [SearchHit_hit],
);

/** Asks for one stretch of a search. What was searched for and found is kept nowhere but on the page. */
export function searchStretchWith(client: ApolloClient): SearchStretch {
  return async (text, after) => {
    try {
      const { data } = await client.query({
        query: SearchCasesQuery,
        variables: { text, after },
        fetchPolicy: 'no-cache',
      });
      return data?.searchCases ?? 'service';
    } catch (error) {
      return failureOf(error);
    }
  };
}

import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../../shared/graphql.ts';
import type { SaveDraft } from './draft-keeper.ts';

const SaveDraftMutation = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      __typename
    }
  }
`);

/** Keeps a draft with the account, by this client. */
export function saveDraftWith(client: ApolloClient): SaveDraft {
  return async ({ caseId, kind }, text) => {
    try {
      const { data } = await client.mutate({
        mutation: SaveDraftMutation,
        variables: { input: { caseId, kind, text } },
        fetchPolicy: 'no-cache',
      });
      return data?.saveDraft.__typename === 'DraftSaved';
    } catch {
      return false;
    }
  };
}

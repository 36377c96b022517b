import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { graphql } from '../../../shared/graphql.ts';
import { useDashboard } from '../../app/dashboard.ts';
import { useRetryAfterSignIn } from '../../session/use-retry-after-sign-in.ts';

const TRY_AGAIN_EVERY = 15_000; // 15 seconds

const CaseDraftsQuery = graphql(`
  query CaseDrafts($id: ID!) {
    case(id: $id) {
      id
      drafts {
        kind
        text
      }
    }
  }
`);

/** Brings back what this caseworker was writing on a case, on this computer or on another. */
export function useKeptDrafts(caseId: string): void {
  const client = useApolloClient();
  const { keeper } = useDashboard();
  const [hasFailed, setFailed] = useState(false);

  const fetchDrafts = useCallback(async () => {
    if (keeper.hasRestored(caseId)) return;
    // Kept out of the cache: once fetched, the drafts of this page are the ones that count.
    const answer = await client
      .query({ query: CaseDraftsQuery, variables: { id: caseId }, fetchPolicy: 'no-cache' })
      .catch(() => null);
    setFailed(answer === null);
    if (answer?.data?.case) keeper.restore(caseId, answer.data.case.drafts);
  }, [client, keeper, caseId]);

  useEffect(() => void fetchDrafts(), [fetchDrafts]);
  useEffect(() => {
    if (!hasFailed) return;
    const timer = setInterval(() => void fetchDrafts(), TRY_AGAIN_EVERY);
    return () => clearInterval(timer);
  }, [hasFailed, fetchDrafts]);
  useRetryAfterSignIn(hasFailed, fetchDrafts);
}

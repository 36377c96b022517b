import { useMutation } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '../../shared/graphql.ts';

const MarkCaseRead = graphql(`
  mutation MarkCaseRead($caseId: ID!, $upToSeq: Int!) {
    markCaseRead(caseId: $caseId, upToSeq: $upToSeq)
  }
`);

/**
 * Notes how far this caseworker has read a case, once it stands on a visible page. It is about caseworkers only: of
 * what the reporter has read nothing is known.
 *
 * @param shown null until the case is on the page.
 */
export function useMarkCaseRead(
  shown: {
    readonly id: string;
    readonly hasUnread: boolean;
    readonly messages: readonly { readonly seq: number }[];
  } | null,
): void {
  const [markRead] = useMutation(MarkCaseRead);
  const caseId = shown?.hasUnread ? shown.id : null;
  const upToSeq = shown?.messages.at(-1)?.seq ?? 0;

  useEffect(() => {
    if (caseId === null) return;
    const mark = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', mark);
      markRead({
        variables: { caseId, upToSeq },
        update: (cache, { data }) => {
          if (!data?.markCaseRead) return;
          const id = cache.identify({ __typename: 'Case', id: caseId });
          cache.modify({ ...(id !== undefined && { id }), fields: { hasUnread: () => false } });
        },
        // Not marked is shown as unread once more: the next visit marks it.
      }).catch(() => undefined);
    };
    document.addEventListener('visibilitychange', mark);
    mark();
    return () => document.removeEventListener('visibilitychange', mark);
  }, [caseId, upToSeq, markRead]);
}

import { useMutation } from '@apollo/client/react';
import { graphql } from '../../../shared/graphql.ts';
import { MessageArticle_message } from '../MessageArticle.tsx';
import { useWriting, type Writing } from './use-writing.ts';

const ReplyToReporter = graphql(
  `
    mutation ReplyToReporter($input: ReplyToReporterInput!) {
      replyToReporter(input: $input) {
        __typename
        ... on ReplySent {
          message {
            seq
            ...MessageArticle_message
          }
        }
        ... on InvalidMessage {
          refusal: message
        }
        ... on ConversationMovedOn {
          newMessages
        }
        ... on ServiceBusy {
          isFault
        }
      }
    }
  `,
  [MessageArticle_message],
);

/**
 * The reply that is being written to one case.
 *
 * @param seen gives what stands on the page: the `seq` of its last message, 0 for none, and whether the case is open.
 *   Where there are later ones, or it was closed meanwhile, the reply is not sent.
 */
export function useReply(
  caseId: string,
  seen: () => { readonly afterSeq: number; readonly seenOpen: boolean },
): Writing {
  const [reply] = useMutation(ReplyToReporter);

  return useWriting({ caseId, kind: 'REPLY' }, async ({ text, idempotencyKey }) => {
    const { data } = await reply({
      variables: { input: { caseId, idempotencyKey, text, ...seen() } },
      update: (cache, { data: answer }) => {
        const result = answer?.replyToReporter;
        if (result?.__typename !== 'ReplySent') return;
        const id = cache.identify({ __typename: 'Case', id: caseId });
        if (id === undefined) return;
        cache.modify<{ messages: readonly { readonly seq: number }[] }>({
          id,
          fields: {
            messages: (shown) => {
              const isShown = shown.some((message) => 'seq' in message && message.seq === result.message.seq);
              return isShown ? shown : [...shown, result.message];
            },
          },
        });
      },
    });
    return data?.replyToReporter ?? null;
  });
}

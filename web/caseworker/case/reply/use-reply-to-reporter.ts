import { useMutation } from '@apollo/client/react';
import { graphql } from '../../../shared/graphql.ts';
import { useDashboard } from '../../app/dashboard.ts';
import { failureOf } from '../../service/failure.ts';
import { newIdempotencyKey } from '../../service/idempotency-key.ts';
import { useStore } from '../../service/store.ts';
import { MessageArticle_message } from '../MessageArticle.tsx';
import { answered, failed, type ReplyDraft, sending, written } from './reply-draft.ts';

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
      }
    }
  `,
  [MessageArticle_message],
);

/** The reply that is being written to one case. */
export interface Reply {
  readonly draft: ReplyDraft;
  write(text: string): void;
  /** Sends the draft under its key, or says in the draft why not. Never throws. @returns what became of it. */
  send(): Promise<ReplyDraft>;
}

/**
 * Writes and sends a reply. Draft and answer live outside of the page, so that an answer that comes after leaving it
 * still settles the draft.
 */
export function useReplyToReporter(caseId: string): Reply {
  const { drafts } = useDashboard();
  useStore(drafts);
  const [reply] = useMutation(ReplyToReporter);

  const send = async (): Promise<ReplyDraft> => {
    if (drafts.of(caseId).isSending) return drafts.of(caseId);
    const { isSending, text, idempotencyKey } = drafts.step(caseId, sending);
    if (!isSending) return drafts.of(caseId);
    try {
      const { data } = await reply({
        variables: { input: { caseId, idempotencyKey, text } },
        update: (cache, { data: answer }) => {
          const result = answer?.replyToReporter;
          if (result?.__typename !== 'ReplySent') return;
          const id = cache.identify({ __typename: 'Case', id: caseId });
          if (id === undefined) return;
          cache.modify<{ messages: readonly { readonly seq: number }[] }>({
            id,
            fields: {
              messages: (shown) => {
                const isShown = shown.some(
                  (message) => 'seq' in message && message.seq === result.message.seq,
                );
                return isShown ? shown : [...shown, result.message];
              },
            },
          });
        },
      });
      if (!data) return drafts.step(caseId, (draft) => failed(draft, 'service'));
      return drafts.step(caseId, (draft) => answered(draft, data.replyToReporter, newIdempotencyKey()));
    } catch (error) {
      return drafts.step(caseId, (draft) => failed(draft, failureOf(error)));
    }
  };

  return {
    draft: drafts.of(caseId),
    write: (text) => drafts.step(caseId, (draft) => written(draft, text)),
    send,
  };
}

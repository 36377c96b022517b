import { graphql, type ResultOf } from '../../shared/graphql.ts';

/** The page with the messages. */
export const ConversationDocument = graphql(`
  query Conversation {
    myReport {
      submittedOn
      status
      replyExpectedBy
      canSend
      hasReader
      codeWorksUntil
      deletesOn
      messages {
        seq
        author
        text
        sentOn
      }
    }
  }
`);

/** The page with the answers. */
export const MyAnswersDocument = graphql(`
  query MyAnswers {
    myReport {
      submittedOn
      messages {
        seq
      }
      answers {
        question
        questionText
        text
        choices
        month
      }
    }
  }
`);

/** What the pages around writing hang on. */
export const WritingDocument = graphql(`
  query Writing {
    myReport {
      canSend
      replyExpectedBy
      messages {
        seq
        author
      }
    }
  }
`);

/** Sends a message. Safe to repeat with the same key. */
export const SendMessageDocument = graphql(`
  mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      __typename
      ... on ServiceBusy {
        retryAfterSeconds
        isFault
      }
    }
  }
`);

/** The report with its messages, as the reporter sees it. */
export type Conversation = NonNullable<ResultOf<typeof ConversationDocument>['myReport']>;

/** One message of either side. */
export type Message = Conversation['messages'][number];

/** Whether the reporter wrote last, so that a reply is still to come. */
export function waitsForReply(messages: readonly { seq: number; author: Message['author'] }[]): boolean {
  return messages.at(-1)?.author === 'REPORTER';
}

/**
 * Whether the reporter still waits for an answer, although no day is named for it: the case waits for them. Writing sets a
 * day.
 */
export function waitsWithoutDay({
  status,
  replyExpectedBy,
  canSend,
  messages,
}: Pick<Conversation, 'status' | 'replyExpectedBy' | 'canSend' | 'messages'>): boolean {
  const isAnswered = messages.at(-1)?.author === 'CASEWORKER';
  return canSend && status !== 'CLOSED' && replyExpectedBy === null && !isAnswered;
}

/** The `seq` of the newest message of either side, 0 where there is none: replies after it are new. */
export function lastSeq(messages: readonly { seq: number }[]): number {
  return messages.reduce((last, { seq }) => Math.max(last, seq), 0);
}

/** Whether the day that was named for a reply has passed everywhere. Days are `YYYY-MM-DD`. */
export function isLate(replyExpectedBy: string | null, now: Date): boolean {
  const LAST_TIME_ZONE = 12 * 60 * 60 * 1_000; // 12 hours behind UTC
  return (
    replyExpectedBy !== null &&
    replyExpectedBy < new Date(now.getTime() - LAST_TIME_ZONE).toISOString().slice(0, 10)
  );
}

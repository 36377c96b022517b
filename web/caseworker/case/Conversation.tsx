import { FormattedMessage } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';
import { MessageArticle, MessageArticle_message } from './MessageArticle.tsx';

export const Conversation_case = graphql(
  `
    fragment Conversation_case on Case {
      messaging
      messages {
        seq
        ...MessageArticle_message
      }
    }
  `,
  [MessageArticle_message],
);

/** The messages of both sides, oldest first; nothing where there can be none. */
export function Conversation(props: { readonly case: FragmentOf<typeof Conversation_case> }) {
  const { messaging, messages } = readFragment(Conversation_case, props.case);
  if (!messaging && messages.length === 0) return null;
  return (
    <section className="conversation" aria-labelledby="conversation-heading">
      <h2 id="conversation-heading">
        <FormattedMessage id="case.conversation" />
      </h2>
      {messages.length === 0 && (
        <p>
          <FormattedMessage id="case.conversation.none" />
        </p>
      )}
      {messages.map((message) => (
        <MessageArticle key={message.seq} message={message} />
      ))}
    </section>
  );
}

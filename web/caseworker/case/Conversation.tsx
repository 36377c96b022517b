import { useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';
import { MessageArticle, MessageArticle_message } from './MessageArticle.tsx';
import type { CaseOnPage } from './use-case-page.ts';

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

/** The messages of both sides, oldest first. What arrives is announced, and shown when asked for. */
export function Conversation({
  news,
  onShowNews,
  ...props
}: {
  readonly case: FragmentOf<typeof Conversation_case>;
  readonly news: CaseOnPage['news'];
  readonly onShowNews: () => void;
}) {
  const { messaging, messages } = readFragment(Conversation_case, props.case);
  const heading = useRef<HTMLHeadingElement>(null);

  return (
    <section className="conversation" aria-labelledby="conversation-heading">
      <h2 id="conversation-heading" ref={heading} tabIndex={-1}>
        <FormattedMessage id="case.conversation" />
      </h2>
      {messages.length === 0 && messaging && (
        <p>
          <FormattedMessage id="case.conversation.none" />
        </p>
      )}
      {messages.length === 0 && !messaging && (
        <p>
          <FormattedMessage id="reply.noMessaging" />
        </p>
      )}
      {messages.map((message) => (
        <MessageArticle key={message.seq} message={message} />
      ))}
      <div className="changes">
        <p role="status">{news !== null && <NewsWords {...news} />}</p>
        {news !== null && (
          <button
            type="button"
            className="secondary"
            onClick={() => {
              onShowNews();
              heading.current?.focus();
            }}
          >
            <FormattedMessage id="case.changed.show" />
          </button>
        )}
      </div>
    </section>
  );
}

function NewsWords({ newMessages }: { readonly newMessages: number }) {
  if (newMessages === 0) return <FormattedMessage id="case.changed.other" />;
  return <FormattedMessage id="case.changed.messages" values={{ count: newMessages }} />;
}

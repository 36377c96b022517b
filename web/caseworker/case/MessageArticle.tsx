import { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../shared/graphql.ts';
import { dayInWords } from '../ui/Day.tsx';
import { FreeText } from '../ui/FreeText.tsx';

export const MessageArticle_message = graphql(`
  fragment MessageArticle_message on Message {
    author
    text
    sentOn
  }
`);

/** One message: by role and day, never by clock. */
export function MessageArticle(props: { readonly message: FragmentOf<typeof MessageArticle_message> }) {
  const intl = useIntl();
  const headingId = useId();
  const { author, text, sentOn } = readFragment(MessageArticle_message, props.message);
  return (
    <article className={`message message-${author.toLowerCase()}`} aria-labelledby={headingId}>
      <h3 id={headingId}>
        <FormattedMessage
          id={`case.message.by.${author}`}
          values={{ day: dayInWords(intl, sentOn, 'long') }}
        />
      </h3>
      <FreeText text={text} />
    </article>
  );
}

import { FormattedMessage } from 'react-intl';
import { type FragmentOf, readFragment } from '../../../shared/graphql.ts';
import { MessageArticle, MessageArticle_message } from '../MessageArticle.tsx';
import { HELD_REPLY_WHY, HeldReply } from './HeldReply.tsx';

type LaterMessage = { readonly seq: number } & FragmentOf<typeof MessageArticle_message>;

/** Shows what was written to the conversation meanwhile, and asks before one's own reply goes out behind it. */
export function MovedOnDialog({
  messages,
  text,
  onBack,
  onSend,
}: {
  readonly messages: readonly LaterMessage[];
  readonly text: string;
  readonly onBack: () => void;
  readonly onSend: () => void;
}) {
  const isByColleague = messages.some(
    (message) => readFragment(MessageArticle_message, message).author === 'CASEWORKER',
  );
  return (
    <HeldReply
      heading={<FormattedMessage id={isByColleague ? 'movedOn.colleague' : 'movedOn.reporter'} />}
      text={text}
      send={<FormattedMessage id="movedOn.send" />}
      onBack={onBack}
      onSend={onSend}
    >
      <p id={HELD_REPLY_WHY}>
        <FormattedMessage id="movedOn.body" />
      </p>
      <div className="quoted">
        {messages.map((message) => (
          <MessageArticle key={message.seq} message={message} />
        ))}
      </div>
    </HeldReply>
  );
}

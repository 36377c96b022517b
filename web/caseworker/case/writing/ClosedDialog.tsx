import { FormattedMessage } from 'react-intl';
import { ClosesForGood } from './ClosesForGood.tsx';
import { HELD_REPLY_WHY, HeldReply } from './HeldReply.tsx';

/**
 * Says that the case was closed meanwhile and how long a reply to it can be read, and asks before it goes out.
 *
 * @param until the last day.
 */
export function ClosedDialog({
  until,
  text,
  onBack,
  onSend,
}: {
  readonly until: string;
  readonly text: string;
  readonly onBack: () => void;
  readonly onSend: () => void;
}) {
  return (
    <HeldReply
      heading={<FormattedMessage id="reply.closed.heading" />}
      text={text}
      send={<FormattedMessage id="reply.closed.send" />}
      onBack={onBack}
      onSend={onSend}
    >
      <p id={HELD_REPLY_WHY}>
        <FormattedMessage id="reply.closed.body" />
      </p>
      <ClosesForGood on={until} />
    </HeldReply>
  );
}

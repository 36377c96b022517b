import { FormattedMessage } from 'react-intl';
import type { Found } from './contact-finder.ts';
import { HELD_REPLY_WHY, HeldReply } from './HeldReply.tsx';

/** Stops a reply that holds an address, a number, a link or a name, and shows it once more before it goes out. */
export function SecondLook({
  found,
  text,
  onBack,
  onSend,
}: {
  readonly found: readonly Found[];
  readonly text: string;
  readonly onBack: () => void;
  readonly onSend: () => void;
}) {
  return (
    <HeldReply
      heading={<FormattedMessage id="reply.look.heading" />}
      text={text}
      send={<FormattedMessage id="reply.look.send" />}
      onBack={onBack}
      onSend={onSend}
    >
      <p>
        <FormattedMessage id="reply.look.body" />
      </p>
      <ul>
        {found.map((item) => (
          <li key={`${item.kind} ${item.text}`}>
            <FormattedMessage
              id={`reply.look.${item.kind}`}
              values={{ found: <strong>{item.text}</strong> }}
            />
          </li>
        ))}
      </ul>
      <p id={HELD_REPLY_WHY}>
        <FormattedMessage id="reply.look.why" />
      </p>
    </HeldReply>
  );
}

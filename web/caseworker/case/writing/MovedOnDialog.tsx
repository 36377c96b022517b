import { FormattedMessage } from 'react-intl';
import { type FragmentOf, readFragment } from '../../../shared/graphql.ts';
import { FreeText } from '../../ui/FreeText.tsx';
import { SheetDialog } from '../../ui/SheetDialog.tsx';
import { MessageArticle, MessageArticle_message } from '../MessageArticle.tsx';

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
    <SheetDialog
      role="alertdialog"
      heading={<FormattedMessage id={isByColleague ? 'movedOn.colleague' : 'movedOn.reporter'} />}
      onClose={onBack}
    >
      <p>
        <FormattedMessage id="movedOn.body" />
      </p>
      <div className="quoted">
        {messages.map((message) => (
          <MessageArticle key={message.seq} message={message} />
        ))}
      </div>
      <h3>
        <FormattedMessage id="reply.look.text" />
      </h3>
      <div className="quoted">
        <FreeText text={text} />
      </div>
      <div className="buttons">
        <button type="button" onClick={onBack}>
          <FormattedMessage id="reply.look.back" />
        </button>
        <button type="button" className="secondary" onClick={onSend}>
          <FormattedMessage id="movedOn.send" />
        </button>
      </div>
    </SheetDialog>
  );
}

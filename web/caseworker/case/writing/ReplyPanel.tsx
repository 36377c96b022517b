import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../../shared/graphql.ts';
import { ColleaguesQuery } from '../../service/vocabulary.query.ts';
import { OutgoingMark } from '../../ui/marks.tsx';
import { MessageArticle_message } from '../MessageArticle.tsx';
import { useOwnId } from '../work/use-case-work.ts';
import { ClosedDialog } from './ClosedDialog.tsx';
import { ClosesForGood } from './ClosesForGood.tsx';
import { type Found, findContacts } from './contact-finder.ts';
import type { DraftProblem } from './draft.ts';
import { MovedOnDialog } from './MovedOnDialog.tsx';
import { findNames } from './name-finder.ts';
import { SecondLook } from './SecondLook.tsx';
import { TemplateMenu } from './TemplateMenu.tsx';
import { UnsentReply } from './UnsentReply.tsx';
import { useAskedField } from './use-asked-field.ts';
import { useReply } from './use-reply.ts';
import { useTemplateList } from './use-template-list.tsx';
import { useTemplates } from './use-templates.ts';
import { WritingForm } from './WritingForm.tsx';

export const ReplyPanel_case = graphql(
  `
    fragment ReplyPanel_case on Case {
      id
      messaging
      canReply
      status
      reopensUntil
      locale
      receivedOn
      contactDetails {
        name
      }
      messages {
        seq
        ...MessageArticle_message
      }
    }
  `,
  [MessageArticle_message],
);

/**
 * The place to write to the reporter, or the reason why there is none.
 *
 * @param asked see `useAskedField`.
 * @param onSettled called when the conversation is no longer what the page shows: after a reply went out, turned out
 *   to have gone out before, or came after another. Resolves when the page shows the newest state.
 */
export function ReplyPanel({
  asked,
  onSettled,
  ...props
}: {
  readonly case: FragmentOf<typeof ReplyPanel_case>;
  readonly asked: number;
  readonly onSettled: () => Promise<void>;
}) {
  const { id, messaging, canReply, contactDetails } = readFragment(ReplyPanel_case, props.case);
  if (canReply) return <ReplyForm case={props.case} asked={asked} onSettled={onSettled} />;
  return (
    <>
      <p className="no-reply">
        <FormattedMessage id={messaging ? 'reply.closedForGood' : 'reply.noMessaging'} />
        {contactDetails !== null && (
          <>
            {' '}
            <FormattedMessage id="reply.noMessaging.contact" />
          </>
        )}
      </p>
      <UnsentReply caseId={id} />
    </>
  );
}

/** After these the page shows the conversation as it is now. */
const SHOWS_ANEW: readonly DraftProblem['kind'][] = ['already-sent', 'moved-on', 'closed-meanwhile'];

function ReplyForm({
  asked,
  onSettled,
  ...props
}: {
  readonly case: FragmentOf<typeof ReplyPanel_case>;
  readonly asked: number;
  readonly onSettled: () => Promise<void>;
}) {
  const { id, messages, locale, receivedOn, status, reopensUntil } = readFragment(
    ReplyPanel_case,
    props.case,
  );
  const lastSeq = messages.at(-1)?.seq ?? 0;
  const box = useAskedField(asked);
  const writing = useReply(id, () => ({ afterSeq: lastSeq, seenOpen: status !== 'CLOSED' }));
  const templates = useTemplates({ locale, receivedOn });
  const assistance = useTemplateList({ writing, box, templates });
  const [found, setFound] = useState<readonly Found[]>([]);
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const [movedOnAfter, setMovedOnAfter] = useState<number | null>(null);
  const [wasClosed, setClosed] = useState(false);
  const ownId = useOwnId();
  const { data } = useQuery(ColleaguesQuery);
  const namesOfOthers = (data?.colleagues ?? []).filter(({ id }) => id !== ownId).map(({ name }) => name);

  const sendNow = async () => {
    setMovedOnAfter(null);
    setClosed(false);
    const { problem, wasSent } = await writing.send();
    if (problem?.kind === 'empty' || problem?.kind === 'message-refused') box.current?.focus();
    if (wasSent || SHOWS_ANEW.includes(problem?.kind ?? 'empty')) await onSettled();
    if (problem?.kind === 'moved-on') setMovedOnAfter(lastSeq);
    if (problem?.kind === 'closed-meanwhile') setClosed(true);
  };

  const submit = () => {
    const { text } = writing.draft;
    const risky = [...findContacts(text), ...findNames(text, namesOfOthers)];
    if (risky.length > 0 && text !== lookedAt) setFound(risky);
    else void sendNow();
  };

  const later = messages.filter(({ seq }) => movedOnAfter !== null && seq > movedOnAfter);
  return (
    <>
      <p className="audience">
        <OutgoingMark /> <FormattedMessage id="reply.seenByReporter" />
      </p>
      <p className="hint">
        <FormattedMessage id="reply.lead" />
      </p>
      {reopensUntil !== null && <ClosesForGood on={reopensUntil} />}
      <WritingForm
        kind="REPLY"
        writing={writing}
        box={box}
        assistance={assistance}
        aside={<TemplateMenu templates={templates} onPick={assistance.insert} />}
        onSubmit={submit}
      />
      {found.length > 0 && (
        <SecondLook
          found={found}
          text={writing.draft.text}
          onBack={() => setFound([])}
          onSend={() => {
            setFound([]);
            setLookedAt(writing.draft.text);
            void sendNow();
          }}
        />
      )}
      {wasClosed && reopensUntil !== null && (
        <ClosedDialog
          until={reopensUntil}
          text={writing.draft.text}
          onBack={() => setClosed(false)}
          onSend={() => void sendNow()}
        />
      )}
      {later.length > 0 && (
        <MovedOnDialog
          messages={later}
          text={writing.draft.text}
          onBack={() => setMovedOnAfter(null)}
          onSend={() => void sendNow()}
        />
      )}
    </>
  );
}

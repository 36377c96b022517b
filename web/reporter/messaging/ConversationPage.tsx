import type { ReactNode } from 'react';
import { ClosureNotice } from '../frame/ClosureNotice.tsx';
import { GoButton } from '../frame/forms.tsx';
import { Page } from '../frame/Page.tsx';
import { IDLE_MINUTES } from '../session/cookies.ts';
import { Say, useDay, usePath } from '../text.tsx';
import { type Conversation, lastSeq, waitsWithoutDay } from './conversation.ts';
import { MessageList } from './MessageList.tsx';
import { NewReplies } from './NewReplies.tsx';

/** The messages, the status in words, and by when to expect a reply. */
export function ConversationPage({
  report,
  isLate,
  session,
  notice,
}: {
  report: Conversation;
  isLate: boolean;
  /** the one that this page was made in, see `sessionMark` */
  session: string;
  notice: ReactNode;
}) {
  const path = usePath();
  const day = useDay();
  const { messages, status, submittedOn, replyExpectedBy, canSend, hasReader } = report;
  const { codeWorksUntil, deletesOn } = report;
  return (
    <Page heading={<Say id="messages.title" />}>
      {notice}
      <div className="promise">
        {hasReader ? (
          <p>
            <Say id="messages.promise" />{' '}
            {replyExpectedBy && !isLate && <Say id="messages.by" values={{ date: day(replyExpectedBy) }} />}
            {isLate && <Say id="messages.late" />}
            {waitsWithoutDay(report) && <Say id="messages.noDay" />}
          </p>
        ) : (
          <p>
            <Say
              id="messages.unread"
              values={{ report: (chunks) => <a href={path('/report')}>{chunks}</a> }}
            />
          </p>
        )}
        <p>
          {hasReader && (
            <>
              <Say
                id={status === 'CLOSED' && canSend ? 'messages.closed.canSend' : `messages.status.${status}`}
              />{' '}
            </>
          )}
          <Say id="messages.sentOn" values={{ date: day(submittedOn, 'dated') }} />
        </p>
        {hasReader && !canSend && (
          <p>
            <Say id="write.closed.text" />
          </p>
        )}
        {codeWorksUntil && (
          <p>
            <Say id="messages.codeWorksUntil" values={{ date: day(codeWorksUntil, 'dated') }} />
          </p>
        )}
        {deletesOn && (
          <p>
            <Say
              id={hasReader ? 'messages.deletesOn' : 'messages.deletesOn.unread'}
              values={{ date: day(deletesOn, 'dated') }}
            />
          </p>
        )}
        {hasReader && codeWorksUntil && (
          <p>
            <Say id="messages.deletedEarlier" />
          </p>
        )}
      </div>
      <ClosureNotice />
      <ul className="actions">
        {canSend && (
          <li>
            {/* A link could not say which report is on this page: another code may be entered in a further tab since. */}
            <form method="post" action={path('/messages/write')}>
              <input type="hidden" name="session" value={session} />
              <GoButton go="begin">
                <Say id="messages.write" />
              </GoButton>
            </form>
          </li>
        )}
        <li>
          <a href={path('/messages')}>
            <Say id="messages.check" />
          </a>
        </li>
        <li>
          <a href={path('/messages/report')}>
            <Say id="messages.report" />
          </a>
        </li>
        <li>
          <a href={path('/finish')}>
            <Say id="messages.finish" />
          </a>
        </li>
      </ul>
      <NewReplies after={lastSeq(messages)} />
      <MessageList messages={messages} />
      <p className="hint">
        <Say id="messages.idle" values={{ minutes: IDLE_MINUTES }} />
      </p>
    </Page>
  );
}

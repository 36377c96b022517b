import { type FormEvent, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../../shared/graphql.ts';
import { describedBy, Field } from '../../ui/TextField.tsx';
import { findContacts } from './contact-finder.ts';
import { ReplyProblem } from './ReplyProblem.tsx';
import type { DraftProblem } from './reply-draft.ts';
import { SecondLook } from './SecondLook.tsx';
import { useReplyToReporter } from './use-reply-to-reporter.ts';

export const ReplyBox_case = graphql(`
  fragment ReplyBox_case on Case {
    id
    messaging
    contactDetails {
      name
    }
  }
`);

/**
 * The place to write to the reporter, or the reason why there is none.
 *
 * @param onSettled called when the conversation is no longer what the page shows: after a reply went out, or turned
 *   out to have gone out before.
 */
export function ReplyBox({
  onSettled,
  ...props
}: {
  readonly case: FragmentOf<typeof ReplyBox_case>;
  readonly onSettled: () => void;
}) {
  const { id, messaging, contactDetails } = readFragment(ReplyBox_case, props.case);
  if (messaging) return <ReplyForm caseId={id} onSettled={onSettled} />;
  return (
    <section className="reply" aria-labelledby="reply-heading">
      <h2 id="reply-heading">
        <FormattedMessage id="reply.noMessaging.heading" />
      </h2>
      <p>
        <FormattedMessage id="reply.noMessaging" />
        {contactDetails !== null && (
          <>
            {' '}
            <FormattedMessage id="reply.noMessaging.contact" />
          </>
        )}
      </p>
    </section>
  );
}

function ReplyForm({ caseId, onSettled }: { readonly caseId: string; readonly onSettled: () => void }) {
  const intl = useIntl();
  const { draft, write, send } = useReplyToReporter(caseId);
  const [isLooking, setLooking] = useState(false);
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const found = findContacts(draft.text);

  const sendNow = async () => {
    const { problem, wasSent } = await send();
    if (problem?.kind === 'empty' || problem?.kind === 'message-refused') box.current?.focus();
    if (wasSent || problem?.kind === 'already-sent') onSettled();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.isSending) return;
    if (found.length > 0 && draft.text !== lookedAt) setLooking(true);
    else void sendNow();
  };

  const field = {
    id: 'reply-text',
    label: intl.formatMessage({ id: 'reply.label' }),
    hint: intl.formatMessage({ id: 'reply.hint' }),
    error: fieldError(draft.problem, intl.formatMessage({ id: 'reply.problem.empty' })),
  };
  return (
    <section className="reply" aria-labelledby="reply-heading">
      <h2 id="reply-heading">
        <FormattedMessage id="reply.heading" />
      </h2>
      <p>
        <FormattedMessage id="reply.lead" />
      </p>
      <form noValidate onSubmit={submit} aria-busy={draft.isSending}>
        <Field {...field}>
          <textarea
            {...describedBy(field)}
            ref={box}
            id={field.id}
            rows={8}
            dir="auto"
            readOnly={draft.isSending}
            value={draft.text}
            onChange={(event) => write(event.currentTarget.value)}
          />
        </Field>
        <ReplyProblem problem={draft.problem} />
        <div className="buttons">
          <button type="submit" aria-disabled={draft.isSending}>
            <FormattedMessage id={buttonWords(draft)} />
          </button>
          <span role="status" className="said">
            {draft.wasSent && <FormattedMessage id="reply.sent" />}
          </span>
        </div>
      </form>
      <SecondLook
        isOpen={isLooking}
        found={found}
        text={draft.text}
        onBack={() => setLooking(false)}
        onSend={() => {
          setLooking(false);
          setLookedAt(draft.text);
          void sendNow();
        }}
      />
    </section>
  );
}

function buttonWords(draft: { readonly isSending: boolean; readonly problem: DraftProblem | null }) {
  if (draft.isSending) return 'reply.sending';
  const isWorthAnotherTry = ['unsure', 'busy', 'session-ended'].includes(draft.problem?.kind ?? '');
  return isWorthAnotherTry ? 'reply.again' : 'reply.button';
}

function fieldError(problem: DraftProblem | null, empty: string): string | undefined {
  if (problem?.kind === 'empty') return empty;
  return problem?.kind === 'message-refused' ? problem.message : undefined;
}

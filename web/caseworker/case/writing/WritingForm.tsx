import type { FormEvent, KeyboardEvent, ReactNode, RefObject } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { describedBy, Field } from '../../ui/TextField.tsx';
import { type DraftProblem, isUnsent } from './draft.ts';
import type { DraftPlace } from './drafts.ts';
import { focusTab } from './focus-tab.ts';
import type { Writing } from './use-writing.ts';
import { WritingProblem } from './WritingProblem.tsx';

/** What a list of templates adds to the field, where there is one. */
export interface FieldAssistance {
  readonly attributes: Record<string, string | undefined>;
  /** @returns whether the key was meant for the list. */
  onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): boolean;
  onCaret(): void;
  readonly list: ReactNode;
}

const WORDS = {
  NOTE: {
    id: 'note-text',
    label: 'note.label',
    hint: 'note.hint',
    empty: 'note.problem.empty',
    button: 'note.button',
    again: 'note.again',
    sending: 'note.sending',
    sent: 'note.sent',
  },
  REPLY: {
    id: 'reply-text',
    label: 'reply.label',
    hint: 'reply.hint',
    empty: 'reply.problem.empty',
    button: 'reply.button',
    again: 'reply.again',
    sending: 'reply.sending',
    sent: 'reply.sent',
  },
} as const;

/** A field and its button: the same for notes and replies, but never looking or sounding the same. */
export function WritingForm({
  kind,
  writing,
  box,
  assistance,
  aside,
  onSubmit,
}: {
  readonly kind: DraftPlace['kind'];
  readonly writing: Writing;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly assistance?: FieldAssistance;
  readonly aside?: ReactNode;
  readonly onSubmit: () => void;
}) {
  const intl = useIntl();
  const { draft, kept } = writing;
  const words = WORDS[kind];

  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (!draft.isSending) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (assistance?.onKeyDown(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
    // To the tabs first, where letters do nothing: words stand here, and more may be on their way.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing && isUnsent(draft)) {
      event.preventDefault();
      focusTab();
    }
  };

  const field = {
    id: words.id,
    label: intl.formatMessage({ id: words.label }),
    hint: intl.formatMessage({ id: words.hint }),
    error: fieldError(draft.problem, intl.formatMessage({ id: words.empty })),
  };
  return (
    <form noValidate onSubmit={submit} aria-busy={draft.isSending}>
      <Field {...field}>
        <textarea
          {...describedBy(field)}
          {...assistance?.attributes}
          ref={box}
          id={field.id}
          rows={7}
          dir="auto"
          readOnly={draft.isSending}
          value={draft.text}
          onChange={(event) => {
            writing.write(event.currentTarget.value);
            assistance?.onCaret();
          }}
          onSelect={assistance?.onCaret}
          onBlur={writing.keep}
          onKeyDown={onKeyDown}
        />
        {assistance?.list}
      </Field>
      <WritingProblem kind={kind} problem={draft.problem} />
      <div className="buttons">
        <button type="submit" aria-disabled={draft.isSending} aria-keyshortcuts="Control+Enter Meta+Enter">
          <FormattedMessage id={words[buttonState(draft)]} />
        </button>
        {aside}
        <span role="status" className="said">
          {draft.wasSent && <FormattedMessage id={words.sent} />}
        </span>
        {kept !== 'none' && (
          <span className="hint kept">
            <FormattedMessage id={`draft.${kept}`} />
          </span>
        )}
      </div>
    </form>
  );
}

function buttonState(draft: {
  readonly isSending: boolean;
  readonly problem: DraftProblem | null;
}): 'sending' | 'again' | 'button' {
  if (draft.isSending) return 'sending';
  return ['unsure', 'busy', 'session-ended'].includes(draft.problem?.kind ?? '') ? 'again' : 'button';
}

function fieldError(problem: DraftProblem | null, empty: string): string | undefined {
  if (problem?.kind === 'empty') return empty;
  return problem?.kind === 'message-refused' ? problem.message : undefined;
}

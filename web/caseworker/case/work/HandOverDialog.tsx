import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { SheetDialog } from '../../ui/SheetDialog.tsx';
import { describedBy, Field } from '../../ui/TextField.tsx';
import { ActProblem } from './ActProblem.tsx';
import type { ActOutcome } from './act-outcome.ts';
import type { CaseActs } from './case-acts.ts';
import type { Assignable } from './use-case-work.ts';

/** Gives a case to a colleague with a note: both or neither. The note is held outside: going back loses no word of it. */
export function HandOverDialog({
  caseId,
  people,
  note,
  idempotencyKey,
  onNote,
  handOver,
  onClose,
  onDone,
}: {
  readonly caseId: string;
  /** Without whoever hands over. */
  readonly people: readonly Assignable[];
  readonly note: string;
  /** Held outside, too: an answer that was lost must not become a second note. */
  readonly idempotencyKey: string;
  readonly onNote: (note: string) => void;
  readonly handOver: CaseActs['handOver'];
  readonly onClose: () => void;
  readonly onDone: (to: string) => void;
}) {
  const intl = useIntl();
  const [caseworkerId, setCaseworkerId] = useState(people[0]?.id ?? '');
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<string>();
  const [outcome, setOutcome] = useState<ActOutcome | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    if (note.trim() === '') {
      setError(intl.formatMessage({ id: 'handOver.note.empty' }));
      document.getElementById('hand-over-note')?.focus();
      return;
    }
    setSending(true);
    const answer = await handOver({ caseId, caseworkerId, note, idempotencyKey });
    setSending(false);
    setOutcome(answer);
    if (answer.kind === 'done') onDone(people.find(({ id }) => id === caseworkerId)?.name ?? '');
  };

  const field = {
    id: 'hand-over-note',
    label: intl.formatMessage({ id: 'handOver.note' }),
    hint: intl.formatMessage({ id: 'handOver.note.hint' }),
    error,
  };
  if (people.length === 0) {
    return (
      <SheetDialog heading={<FormattedMessage id="handOver.heading" />} onClose={onClose}>
        <p>
          <FormattedMessage id="handOver.nobody" />
        </p>
        <div className="buttons">
          <button type="button" onClick={onClose}>
            <FormattedMessage id="dialog.close" />
          </button>
        </div>
      </SheetDialog>
    );
  }
  return (
    <SheetDialog heading={<FormattedMessage id="handOver.heading" />} onClose={onClose}>
      <form noValidate onSubmit={submit} aria-busy={isSending}>
        <div className="field">
          <label htmlFor="hand-over-to">
            <FormattedMessage id="handOver.to" />
          </label>
          <select
            id="hand-over-to"
            value={caseworkerId}
            onChange={(event) => setCaseworkerId(event.currentTarget.value)}
          >
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Field {...field}>
          <textarea
            {...describedBy(field)}
            id={field.id}
            rows={5}
            dir="auto"
            readOnly={isSending}
            value={note}
            onChange={(event) => onNote(event.currentTarget.value)}
          />
        </Field>
        <div role="alert">
          {outcome !== null && outcome.kind !== 'done' && (
            <p className="notice notice-problem">
              <ActProblem outcome={outcome} />
            </p>
          )}
        </div>
        <div className="buttons">
          <button type="submit" aria-disabled={isSending}>
            <FormattedMessage id="handOver.button" />
          </button>
          <button type="button" className="secondary" onClick={onClose}>
            <FormattedMessage id="dialog.back" />
          </button>
        </div>
      </form>
    </SheetDialog>
  );
}

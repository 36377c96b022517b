import { type FormEvent, type ReactNode, useCallback, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { ErrorSummary, type Fault } from './ErrorSummary.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';

/**
 * A form inside a card: what stands against it, its fields, and whether to save.
 *
 * @param isChanged whether something would be lost. @param onSave answers what stands against it; none once it is saved.
 */
export function CardForm({
  isChanged,
  onSave,
  onCancel,
  children,
}: {
  readonly isChanged: boolean;
  readonly onSave: () => Promise<readonly Fault[]>;
  readonly onCancel: () => void;
  readonly children: (faults: readonly Fault[]) => ReactNode;
}) {
  const [isSending, setSending] = useState(false);
  const [{ faults, attempt }, setFaults] = useState<{ faults: readonly Fault[]; attempt: number }>({
    faults: [],
    attempt: 0,
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const found = await onSave();
    setSending(false);
    if (found.length > 0) setFaults({ faults: found, attempt: attempt + 1 });
  };
  return (
    <form noValidate onSubmit={submit} aria-busy={isSending} className="card-form">
      <ErrorSummary faults={faults} attempt={attempt} />
      {children(faults)}
      <div className="buttons">
        <button type="submit" aria-disabled={isSending}>
          <FormattedMessage id={isSending ? 'edited.saving' : 'edited.save'} />
        </button>
        <button type="button" className="quiet" onClick={onCancel}>
          <FormattedMessage id="edited.cancel" />
        </button>
      </div>
      <LeaveDialog isLosing={useCallback(() => isChanged, [isChanged])} />
    </form>
  );
}

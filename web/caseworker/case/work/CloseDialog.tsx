import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { SheetDialog } from '../../ui/SheetDialog.tsx';
import { describedBy, Field } from '../../ui/TextField.tsx';

const LONGEST_REASON = 5_000; // characters

/**
 * Asks why before cases are closed.
 *
 * @param count how many. @param reason what is written so far, which whoever asks keeps, so that no word is lost with the
 *   dialog. @param onClose goes back. @param onGiven with the reason, never blank.
 */
export function CloseDialog({
  count,
  reason,
  onReason,
  onClose,
  onGiven,
}: {
  readonly count: number;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
  readonly onGiven: (reason: string) => void;
}) {
  const intl = useIntl();
  const [error, setError] = useState<string>();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const length = [...reason.trim()].length;
    if (length > 0 && length <= LONGEST_REASON) return onGiven(reason.trim());
    setError(intl.formatMessage({ id: length === 0 ? 'close.reason.empty' : 'close.reason.tooLong' }));
    document.getElementById('close-reason')?.focus();
  };

  const field = {
    id: 'close-reason',
    label: intl.formatMessage({ id: 'close.reason' }),
    hint: intl.formatMessage({ id: 'close.reason.hint' }),
    error,
  };
  return (
    <SheetDialog heading={<FormattedMessage id="close.heading" values={{ count }} />} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Field {...field}>
          <textarea
            {...describedBy(field)}
            id={field.id}
            rows={4}
            dir="auto"
            // biome-ignore lint/a11y/noAutofocus: the dialog asks for this one thing
            autoFocus
            value={reason}
            onChange={(event) => onReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
            }}
          />
        </Field>
        <div className="buttons">
          <button type="submit">
            <FormattedMessage id="close.button" values={{ count }} />
          </button>
          <button type="button" className="secondary" onClick={onClose}>
            <FormattedMessage id="dialog.back" />
          </button>
        </div>
      </form>
    </SheetDialog>
  );
}

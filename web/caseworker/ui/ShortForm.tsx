import { type FormEvent, type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { ErrorSummary, type Fault, faultOf } from './ErrorSummary.tsx';
import { PasswordField } from './PasswordField.tsx';
import { TextField } from './TextField.tsx';

/** One field of a short form. `empty` is said where it was left out. */
export interface ShortField {
  readonly id: string;
  readonly kind: 'text' | 'email' | 'code' | 'current-password' | 'new-password';
  readonly label: string;
  readonly hint?: string;
  readonly empty: string;
}

/** What stands against the form once it was sent; `field` is the id of the one it lies in. */
export interface ShortProblem {
  readonly field: string | null;
  readonly text: string;
}

/**
 * A few fields and one button.
 *
 * @param onSend gets what was filled in, by the ids of the fields; answers what stands against it, or null.
 */
export function ShortForm({
  fields,
  button,
  onSend,
  onFaults,
  children,
}: {
  readonly fields: readonly ShortField[];
  readonly button: string;
  readonly onSend: (values: Readonly<Record<string, string>>) => Promise<ShortProblem | null>;
  readonly onFaults?: (hasFaults: boolean) => void;
  readonly children?: ReactNode;
}) {
  const intl = useIntl();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [isSending, setSending] = useState(false);
  const [{ faults, attempt }, setFaults] = useState<{ faults: readonly Fault[]; attempt: number }>({
    faults: [],
    attempt: 0,
  });
  const say = (wrong: readonly Fault[]) => {
    setFaults({ faults: wrong, attempt: wrong.length > 0 ? attempt + 1 : 0 });
    onFaults?.(wrong.length > 0);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const missing = fields.filter(({ id }) => (values[id] ?? '').trim() === '');
    if (missing.length > 0) return say(missing.map(({ id, empty }) => ({ field: id, text: empty })));
    setSending(true);
    const problem = await onSend(values);
    setSending(false);
    say(problem === null ? [] : [problem]);
    if (problem === null) setValues({});
  };

  return (
    <form noValidate onSubmit={submit} aria-busy={isSending}>
      <ErrorSummary faults={faults} attempt={attempt} />
      {fields.map(({ id, kind, label, hint }) => {
        const field = {
          id,
          label,
          hint,
          error: faultOf(faults, id),
          value: values[id] ?? '',
          onValue: (value: string) => setValues((before) => ({ ...before, [id]: value })),
        };
        return kind === 'current-password' || kind === 'new-password' ? (
          <PasswordField key={id} {...field} autoComplete={kind} />
        ) : (
          <TextField
            key={id}
            {...field}
            type={kind === 'email' ? 'email' : 'text'}
            autoComplete={kind === 'email' ? 'username' : kind === 'code' ? 'one-time-code' : 'off'}
            spellCheck={false}
          />
        );
      })}
      {children}
      <div className="buttons">
        <button type="submit" aria-disabled={isSending}>
          {isSending ? intl.formatMessage({ id: 'account.sending' }) : button}
        </button>
      </div>
    </form>
  );
}

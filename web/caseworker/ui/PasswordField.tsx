import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { describedBy, Field, type FieldProps } from './TextField.tsx';

/** A password, hidden until its writer asks to look at it. Accepts paste. */
export function PasswordField({
  value,
  onValue,
  autoComplete,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
}) {
  const [isShown, setShown] = useState(false);
  return (
    <Field {...field}>
      <div className="with-button">
        <input
          {...describedBy(field)}
          id={field.id}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
        />
        <button type="button" className="quiet" aria-controls={field.id} onClick={() => setShown(!isShown)}>
          <FormattedMessage id={isShown ? 'session.password.hide' : 'session.password.show'} />
        </button>
      </div>
    </Field>
  );
}

import { useState } from 'react';
import { FormattedMessage } from 'react-intl';

/** Asks for an API token. @param isRefused the last one was. */
export function TokenForm({
  isRefused,
  onToken,
}: {
  readonly isRefused: boolean;
  readonly onToken: (token: string) => Promise<void>;
}) {
  const [token, setToken] = useState('');
  const [isMissing, setMissing] = useState(false);
  const fault = isMissing ? 'ask.token.missing' : isRefused ? 'ask.token.refused' : null;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const given = token.trim();
        setMissing(given === '');
        if (given !== '') void onToken(given);
      }}
    >
      <label htmlFor="token">
        <FormattedMessage id="ask.token" />
      </label>
      <p id="token-hint" className="hint">
        <FormattedMessage id="ask.token.hint" />
      </p>
      {fault !== null && (
        <p id="token-fault" className="ask-fault" role="alert">
          <FormattedMessage id={fault} />
        </p>
      )}
      <input
        id="token"
        type="password"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={fault === null ? 'token-hint' : 'token-fault token-hint'}
        aria-invalid={fault !== null}
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
      />
      <button type="submit">
        <FormattedMessage id="ask.token.use" />
      </button>
    </form>
  );
}

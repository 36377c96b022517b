import { useState } from 'react';
import { FormattedMessage } from 'react-intl';

/** Copies a text and says whether that worked; where it did not, the text can still be selected. */
export function CopyButton({ text }: { readonly text: string }) {
  const [outcome, setOutcome] = useState<'recovery.copied' | 'recovery.copyFailed' | null>(null);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('recovery.copied');
    } catch {
      setOutcome('recovery.copyFailed');
    }
  };

  return (
    <>
      <button type="button" className="secondary" onClick={copy}>
        <FormattedMessage id="recovery.copy" />
      </button>
      <span role="status" className="said">
        {outcome !== null && <FormattedMessage id={outcome} />}
      </span>
    </>
  );
}

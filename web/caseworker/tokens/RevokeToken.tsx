import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { type Failure, failureOf } from '../service/failure.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { RevokeApiToken } from './tokens.query.ts';

/** Asks before programs lose their way to the numbers. */
export function RevokeToken({
  token,
  onClose,
  onRevoked,
}: {
  readonly token: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}) {
  const [revoke, { loading }] = useMutation(RevokeApiToken, { fetchPolicy: 'no-cache' });
  const [failure, setFailure] = useState<Failure | null>(null);

  const confirm = async () => {
    if (loading) return;
    try {
      await revoke({ variables: { id: token.id } });
      onRevoked();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  return (
    <SheetDialog
      role="alertdialog"
      heading={<FormattedMessage id="tokens.revoke.heading" values={{ name: token.name }} />}
      onClose={onClose}
    >
      <p>
        <FormattedMessage id="tokens.revoke.body" />
      </p>
      <div role="alert">
        {failure !== null && (
          <p className="notice notice-problem">
            <FormattedMessage id={`failure.${failure}`} />
          </p>
        )}
      </div>
      <div className="buttons">
        <button type="button" onClick={onClose}>
          <FormattedMessage id="tokens.revoke.keep" />
        </button>
        <button type="button" className="danger" aria-disabled={loading} onClick={() => void confirm()}>
          <FormattedMessage id="tokens.revoke.button" />
        </button>
      </div>
    </SheetDialog>
  );
}

import { FormattedMessage } from 'react-intl';
import { useAct } from '../service/use-act.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
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
  const revoke = useAct(RevokeApiToken);

  return (
    <ConfirmDialog
      heading={<FormattedMessage id="tokens.revoke.heading" values={{ name: token.name }} />}
      body={<FormattedMessage id="tokens.revoke.body" />}
      keep={<FormattedMessage id="tokens.revoke.keep" />}
      button={<FormattedMessage id="tokens.revoke.button" />}
      perform={async () => {
        const { failure } = await revoke({ id: token.id });
        return failure && <FormattedMessage id={`failure.${failure}`} />;
      }}
      onClose={onClose}
      onDone={onRevoked}
    />
  );
}

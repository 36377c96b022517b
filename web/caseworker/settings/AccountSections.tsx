import './account.css';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../shared/graphql.ts';
import { useAct } from '../service/use-act.ts';
import { ShortForm, type ShortProblem } from '../ui/ShortForm.tsx';
import { useNextFocus } from '../ui/use-next-focus.ts';
import { CopyButton } from '../welcome/CopyButton.tsx';

const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
      ... on PasswordRefused {
        message
      }
      ... on WeakPassword {
        message
      }
      ... on ServiceBusy {
        message
      }
    }
  }
`);

const DrawRecoveryKey = graphql(`
  mutation DrawRecoveryKey($password: String!) {
    drawRecoveryKey(password: $password) {
      __typename
      ... on RecoveryKeyDrawn {
        recoveryKey
      }
      ... on PasswordRefused {
        message
      }
      ... on ServiceBusy {
        message
      }
    }
  }
`);

/** Another password for oneself. */
export function PasswordSection() {
  const intl = useIntl();
  const change = useAct(ChangePassword);
  const [isChanged, setChanged] = useState(false);

  const send = async (values: Readonly<Record<string, string>>): Promise<ShortProblem | null> => {
    setChanged(false);
    const input = { password: values['old-password'] ?? '', newPassword: values['new-password'] ?? '' };
    const { data, failure } = await change({ input });
    if (failure === 'unreachable' || failure === 'service') {
      return { field: null, text: intl.formatMessage({ id: 'account.password.unsure' }) };
    }
    if (failure !== null) return { field: null, text: intl.formatMessage({ id: `failure.${failure}` }) };
    const result = data.changePassword;
    if (result.__typename === 'PasswordChanged') {
      setChanged(true);
      return null;
    }
    const field = result.__typename === 'WeakPassword' ? 'new-password' : 'old-password';
    return { field: result.__typename === 'ServiceBusy' ? null : field, text: result.message };
  };

  return (
    <section className="account-section" aria-labelledby="settings-password">
      <h2 id="settings-password">
        <FormattedMessage id="account.password.heading" />
      </h2>
      <p>
        <FormattedMessage id="account.password.lead" />
      </p>
      <ShortForm
        fields={[
          { ...passwordField(intl.formatMessage({ id: 'account.password.old' })), id: 'old-password' },
          {
            id: 'new-password',
            kind: 'new-password',
            label: intl.formatMessage({ id: 'account.password.new' }),
            hint: intl.formatMessage({ id: 'account.password.hint' }),
            empty: intl.formatMessage({ id: 'welcome.password.empty' }),
          },
        ]}
        button={intl.formatMessage({ id: 'account.password.button' })}
        onSend={send}
      />
      <p role="status" className="said">
        {isChanged && <FormattedMessage id="account.password.changed" />}
      </p>
    </section>
  );

  function passwordField(label: string) {
    const empty = intl.formatMessage({ id: 'session.password.empty' });
    return { kind: 'current-password', label, empty } as const;
  }
}

/** Another recovery key for oneself. */
export function RecoveryKeySection() {
  const intl = useIntl();
  const draw = useAct(DrawRecoveryKey);
  const focusNext = useNextFocus();
  const [drawn, setDrawn] = useState<string | null>(null);

  const send = async (values: Readonly<Record<string, string>>): Promise<ShortProblem | null> => {
    const { data, failure } = await draw({ password: values['key-password'] ?? '' });
    if (failure === 'unreachable' || failure === 'service') {
      return { field: null, text: intl.formatMessage({ id: 'account.key.unsure' }) };
    }
    if (failure !== null) return { field: null, text: intl.formatMessage({ id: `failure.${failure}` }) };
    const result = data.drawRecoveryKey;
    if (result.__typename !== 'RecoveryKeyDrawn') return { field: 'key-password', text: result.message };
    setDrawn(result.recoveryKey);
    focusNext('new-key');
    return null;
  };

  return (
    <section className="account-section" aria-labelledby="settings-recovery">
      <h2 id="settings-recovery">
        <FormattedMessage id="account.key.heading" />
      </h2>
      <p>
        <FormattedMessage id="account.key.lead" />
      </p>
      {drawn === null ? (
        <ShortForm
          fields={[
            {
              id: 'key-password',
              kind: 'current-password',
              label: intl.formatMessage({ id: 'account.password.old' }),
              empty: intl.formatMessage({ id: 'session.password.empty' }),
            },
          ]}
          button={intl.formatMessage({ id: 'account.key.button' })}
          onSend={send}
        />
      ) : (
        <div role="status">
          <p id="new-key" tabIndex={-1}>
            <FormattedMessage id="account.key.once" />
          </p>
          <p className="secret-text">{drawn}</p>
          <CopyButton text={drawn} />
        </div>
      )}
    </section>
  );
}

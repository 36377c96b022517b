import './account.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../shared/graphql.ts';
import { useAct } from '../service/use-act.ts';
import { ShortForm, type ShortProblem } from '../ui/ShortForm.tsx';
import { CopyButton } from '../welcome/CopyButton.tsx';
import { SecondFactorSetUp } from './SecondFactorSetUp.tsx';

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

const SwitchOff = graphql(`
  mutation SwitchOffSecondFactor($input: SwitchOffSecondFactorInput!) {
    switchOffSecondFactor(input: $input) {
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

const MySecondFactorQuery = graphql(`
  query MySecondFactor {
    mySecondFactor {
      isOn
      isNeeded
      recoveryCodesLeft
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
          <p>
            <FormattedMessage id="account.key.once" />
          </p>
          <p className="secret-text">{drawn}</p>
          <CopyButton text={drawn} />
        </div>
      )}
    </section>
  );
}

/** Setting up the own second factor, or switching it off. */
export function SecondFactorSection() {
  const intl = useIntl();
  const switchOff = useAct(SwitchOff);
  const { data, refetch } = useQuery(MySecondFactorQuery, { fetchPolicy: 'network-only' });
  const state = data?.mySecondFactor;
  const readAgain = () => void refetch().catch(() => undefined);

  const send = async (values: Readonly<Record<string, string>>): Promise<ShortProblem | null> => {
    const input = { password: values['factor-password'] ?? '', oneTimeCode: values['factor-code'] ?? '' };
    const { data: answer, failure } = await switchOff({ input });
    if (failure !== null) return { field: null, text: intl.formatMessage({ id: `failure.${failure}` }) };
    const result = answer.switchOffSecondFactor;
    if (result.__typename !== 'SecondFactorOff') return { field: null, text: result.message };
    readAgain();
    return null;
  };

  return (
    <section className="account-section" aria-labelledby="settings-factor">
      <h2 id="settings-factor">
        <FormattedMessage id="account.factor.heading" />
      </h2>
      {state?.isOn === false && (
        <>
          <p>
            <FormattedMessage id="account.setUp.what" />
          </p>
          <SecondFactorSetUp onDone={readAgain} />
        </>
      )}
      {state?.isOn && (
        <>
          <p>
            <FormattedMessage id="account.factor.on" values={{ count: state.recoveryCodesLeft }} />
          </p>
          <p>
            <FormattedMessage id={state.isNeeded ? 'account.factor.off.needed' : 'account.factor.off.lead'} />
          </p>
          <ShortForm
            fields={[
              {
                id: 'factor-password',
                kind: 'current-password',
                label: intl.formatMessage({ id: 'account.password.old' }),
                empty: intl.formatMessage({ id: 'session.password.empty' }),
              },
              {
                id: 'factor-code',
                kind: 'code',
                label: intl.formatMessage({ id: 'session.code.label' }),
                hint: intl.formatMessage({ id: 'session.code.hint' }),
                empty: intl.formatMessage({ id: 'session.code.empty' }),
              },
            ]}
            button={intl.formatMessage({ id: 'account.factor.off' })}
            onSend={send}
          />
        </>
      )}
    </section>
  );
}

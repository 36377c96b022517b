import './account.css';
import { useQuery } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../shared/graphql.ts';
import { useAct } from '../service/use-act.ts';
import { ShortForm, type ShortProblem } from '../ui/ShortForm.tsx';
import { MySecondFactorQuery } from './my-second-factor.query.ts';
import { SecondFactorSetUp } from './SecondFactorSetUp.tsx';

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

/** Setting up the own second factor, or switching it off. */
export function SecondFactorSection() {
  const intl = useIntl();
  const switchOff = useAct(SwitchOff);
  const { data, refetch } = useQuery(MySecondFactorQuery, { fetchPolicy: 'network-only' });
  const state = data?.mySecondFactor;
  const heading = useRef<HTMLHeadingElement>(null);
  const [wasSwitchedOff, setSwitchedOff] = useState(false);

  const readAgain = async () => {
    const read = await refetch().catch(() => undefined);
    return read?.data?.mySecondFactor ?? null;
  };
  const switchedOff = () => {
    setSwitchedOff(true);
    heading.current?.focus();
    return null;
  };
  const setUp = async () => {
    setSwitchedOff(false);
    // The button that was pressed goes away with what stood around it.
    heading.current?.focus();
    await readAgain();
  };

  const send = async (values: Readonly<Record<string, string>>): Promise<ShortProblem | null> => {
    const input = { password: values['factor-password'] ?? '', oneTimeCode: values['factor-code'] ?? '' };
    const { data: answer, failure } = await switchOff({ input });
    if (failure === 'unreachable' || failure === 'service') {
      if ((await readAgain())?.isOn === false) return switchedOff();
      return { field: null, text: intl.formatMessage({ id: 'account.factor.off.unsure' }) };
    }
    if (failure !== null) return { field: null, text: intl.formatMessage({ id: `failure.${failure}` }) };
    const result = answer.switchOffSecondFactor;
    if (result.__typename !== 'SecondFactorOff') return { field: null, text: result.message };
    await readAgain();
    return switchedOff();
  };

  return (
    <section className="account-section" aria-labelledby="settings-factor">
      <h2 id="settings-factor" ref={heading} tabIndex={-1}>
        <FormattedMessage id="account.factor.heading" />
      </h2>
      <p role="status" className="said">
        {wasSwitchedOff && <FormattedMessage id="account.factor.isOff" />}
      </p>
      {state?.isOn === false && (
        <>
          <p>
            <FormattedMessage id="account.setUp.what" />
          </p>
          <SecondFactorSetUp onDone={() => void setUp()} />
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

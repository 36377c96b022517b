import './account.css';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../shared/graphql.ts';
import type { Failure } from '../service/failure.ts';
import { useAct } from '../service/use-act.ts';
import { ShortForm, type ShortProblem } from '../ui/ShortForm.tsx';
import { useNextFocus } from '../ui/use-next-focus.ts';
import { CopyButton } from '../welcome/CopyButton.tsx';
import { QrCode } from './QrCode.tsx';

const Begin = graphql(`
  mutation BeginSecondFactor {
    beginSecondFactor {
      __typename
      ... on SecondFactorBegun {
        secret
        uri
      }
      ... on SecondFactorIsOn {
        message
      }
    }
  }
`);

const Confirm = graphql(`
  mutation ConfirmSecondFactor($code: String!) {
    confirmSecondFactor(code: $code) {
      __typename
      ... on SecondFactorOn {
        recoveryCodes
      }
      ... on OneTimeCodeRefused {
        message
      }
      ... on ServiceBusy {
        message
      }
    }
  }
`);

type Step =
  | { readonly kind: 'before'; readonly problem: string | null }
  | { readonly kind: 'scan'; readonly secret: string; readonly uri: string }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

/** Leads from a QR code over the first code of the authenticator to the recovery codes, which are shown once. */
export function SecondFactorSetUp({ onDone }: { readonly onDone: () => void }) {
  const intl = useIntl();
  const begin = useAct(Begin);
  const confirm = useAct(Confirm);
  const [step, setStep] = useState<Step>({ kind: 'before', problem: null });
  const focusNext = useNextFocus();
  const sentence = (failure: Failure) => intl.formatMessage({ id: `failure.${failure}` });

  const start = async () => {
    const { data, failure } = await begin({});
    if (failure !== null) return setStep({ kind: 'before', problem: sentence(failure) });
    const begun = data.beginSecondFactor;
    if (begun.__typename === 'SecondFactorBegun') {
      focusNext('factor-scan');
      return setStep({ kind: 'scan', ...begun });
    }
    const problem = begun.__typename === 'SecondFactorIsOn' ? begun.message : sentence('busy');
    setStep({ kind: 'before', problem });
  };

  const send = async (code: string): Promise<ShortProblem | null> => {
    const { data, failure } = await confirm({ code });
    if (failure !== null) return { field: null, text: sentence(failure) };
    const result = data.confirmSecondFactor;
    if (result.__typename !== 'SecondFactorOn') return { field: 'first-code', text: result.message };
    focusNext('factor-codes');
    setStep({ kind: 'codes', codes: result.recoveryCodes });
    return null;
  };

  switch (step.kind) {
    case 'before':
      return (
        <>
          <div role="alert">
            {step.problem !== null && <p className="notice notice-problem">{step.problem}</p>}
          </div>
          <button type="button" onClick={() => void start()}>
            <FormattedMessage id="account.factor.begin" />
          </button>
        </>
      );
    case 'scan':
      return (
        <>
          <p id="factor-scan" tabIndex={-1}>
            <FormattedMessage id="account.factor.scan" />
          </p>
          <QrCode text={step.uri} label={intl.formatMessage({ id: 'account.factor.qr' })} />
          <p>
            <FormattedMessage id="account.factor.byHand" />
          </p>
          <p className="secret-text">{step.secret.replace(/.{4}(?=.)/g, '$& ')}</p>
          <ShortForm
            fields={[
              {
                id: 'first-code',
                kind: 'code',
                label: intl.formatMessage({ id: 'session.code.label' }),
                hint: intl.formatMessage({ id: 'account.factor.code.hint' }),
                empty: intl.formatMessage({ id: 'session.code.empty' }),
              },
            ]}
            button={intl.formatMessage({ id: 'account.factor.confirm' })}
            onSend={(values) => send(values['first-code'] ?? '')}
          />
        </>
      );
    default:
      return (
        <>
          <h2 id="factor-codes" tabIndex={-1}>
            <FormattedMessage id="account.codes.heading" />
          </h2>
          <p>
            <FormattedMessage id="account.codes.lead" />
          </p>
          <ul className="recovery-codes">
            {step.codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <div className="buttons">
            <CopyButton text={step.codes.join('\n')} />
            <button type="button" onClick={onDone}>
              <FormattedMessage id="account.codes.saved" />
            </button>
          </div>
        </>
      );
  }
}

import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { MySecondFactorQuery } from '../settings/my-second-factor.query.ts';

/** Tells whoever signed in with a recovery code how many are left, and how to get new ones. */
export function RecoveryCodesLeft() {
  const intl = useIntl();
  const { data } = useQuery(MySecondFactorQuery, { fetchPolicy: 'network-only' });
  const [wasRead, setRead] = useState(false);
  const state = data?.mySecondFactor;

  const hide = () => {
    setRead(true);
    document.getElementById('main')?.focus();
  };

  if (wasRead) return null;
  return (
    <div role="status">
      {state?.isOn && (
        <div className="notice">
          <p>
            <strong>
              <FormattedMessage id="session.recoveryCode.left" values={{ count: state.recoveryCodesLeft }} />
            </strong>
          </p>
          <p>
            <FormattedMessage
              id={state.recoveryCodesLeft > 0 ? 'session.recoveryCode.more' : 'session.recoveryCode.last'}
              values={{
                settings: <Link to="/settings">{intl.formatMessage({ id: 'settings.heading' })}</Link>,
              }}
            />
          </p>
          <button type="button" className="secondary" onClick={hide}>
            <FormattedMessage id="session.recoveryCode.hide" />
          </button>
        </div>
      )}
    </div>
  );
}

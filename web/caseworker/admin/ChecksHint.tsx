import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { AnySettingsToCheckQuery } from './settings-to-check.query.ts';
import { useIsAdministrator } from './use-is-administrator.ts';

/** Sends an administrator whose installation is new to what should be looked at first. Nothing to everybody else. */
export function ChecksHint() {
  const intl = useIntl();
  const skip = !useIsAdministrator();
  const { data } = useQuery(AnySettingsToCheckQuery, { skip, fetchPolicy: 'cache-and-network' });
  if (skip || (data?.settingsToCheck.length ?? 0) === 0) return null;
  return (
    <p>
      <FormattedMessage
        id="toCheck.hint"
        values={{
          administration: <Link to="/admin">{intl.formatMessage({ id: 'admin.heading' })}</Link>,
        }}
      />
    </p>
  );
}

import './admin.css';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { PageHeading } from '../ui/PageHeading.tsx';
import { ADMIN_PAGES } from './admin-pages.ts';
import { SettingsToCheck } from './SettingsToCheck.tsx';

/** Everything that an administrator can set, each with a sentence of what it is for. */
export function AdminPage() {
  const title = useIntl().formatMessage({ id: 'admin.heading' });
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <SettingsToCheck />
      <ul className="admin-pages">
        {ADMIN_PAGES.map(({ path }) => (
          <li key={path}>
            <h2>
              <Link to={`/admin/${path}`}>
                <FormattedMessage id={`admin.${path}.heading`} />
              </Link>
            </h2>
            <p>
              <FormattedMessage id={`admin.${path}.about`} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

import './admin.css';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { PageHeading } from '../ui/PageHeading.tsx';
import { ADMIN_PAGES, ADMIN_PARTS } from './admin-pages.ts';
import { SettingsToCheck } from './SettingsToCheck.tsx';

/** Everything that an administrator can set, each with a sentence of what it is for. */
export function AdminPage() {
  const title = useIntl().formatMessage({ id: 'admin.heading' });
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <SettingsToCheck />
      {ADMIN_PARTS.map((part) => (
        <section key={part} aria-labelledby={`admin-${part}`}>
          <h2 id={`admin-${part}`}>
            <FormattedMessage id={`admin.part.${part}`} />
          </h2>
          <ul className="admin-pages">
            {ADMIN_PAGES.filter((page) => page.part === part).map(({ path }) => (
              <li key={path}>
                <h3>
                  <Link to={`/admin/${path}`}>
                    <FormattedMessage id={`admin.${path}.heading`} />
                  </Link>
                </h3>
                <p>
                  <FormattedMessage id={`admin.${path}.about`} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

import './years.css';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import type { ResultOf } from '../../shared/graphql.ts';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { Day } from '../ui/Day.tsx';
import { YearsQuery } from './years.query.ts';

type Year = ResultOf<typeof YearsQuery>['yearsToPublish'][number];

/** The closed years, and which of them the public can read. */
export function YearsPage() {
  return (
    <AdminFrame name="admin.years.heading" lead="years.lead" page={usePageData(YearsQuery)}>
      {({ yearsToPublish }) => (
        <>
          {yearsToPublish.length === 0 && (
            <p className="empty">
              <FormattedMessage id="years.none" />
            </p>
          )}
          <ul className="years">
            {yearsToPublish.map((year) => (
              <li key={year.year}>
                <h2>{year.year}</h2>
                <p>
                  <YearState year={year} />
                </p>
                {year.canBeTold && (
                  <Link className="button secondary" to={`/admin/years/${year.year}`}>
                    <FormattedMessage id="years.look" values={{ year: String(year.year) }} />
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </AdminFrame>
  );
}

function YearState({ year: { isPublic, publishedOn, canBeTold } }: { readonly year: Year }) {
  if (!canBeTold) return <FormattedMessage id="years.little" />;
  if (publishedOn === null) return <FormattedMessage id="years.unpublished" />;
  return (
    <FormattedMessage
      id={isPublic ? 'years.public' : 'years.withdrawn'}
      values={{ day: <Day day={publishedOn} style="short" /> }}
    />
  );
}

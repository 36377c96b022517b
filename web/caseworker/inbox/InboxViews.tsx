import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useDashboard } from '../app/dashboard.ts';
import { useStore } from '../service/store.ts';
import { CaseViewsQuery } from './case-list.query.ts';
import { addressOf, CASE_VIEWS, type CaseView, plainView } from './inbox-address.ts';

const COUNT_AFTER = 3_000; // 3 seconds: many changes at once are counted once
const COUNT_EVERY = 60_000; // 1 minute

/** The lists of the inbox with their lengths, each under its own address. */
export function InboxViews({ current }: { readonly current: CaseView }) {
  const intl = useIntl();
  const counts = useCounts();
  return (
    <nav className="views" aria-label={intl.formatMessage({ id: 'inbox.views' })}>
      <ul>
        {CASE_VIEWS.map((list) => (
          <li key={list}>
            <Link
              to={{ pathname: '/inbox', search: addressOf(plainView(list)) }}
              aria-current={list === current ? 'page' : undefined}
            >
              <FormattedMessage id={`inbox.view.${list}`} />{' '}
              <span className="view-count">
                {counts.has(list) && intl.formatNumber(counts.get(list) ?? 0)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Counts again after changes and once a minute, while somebody is there; what is shown stays until then. */
function useCounts(): ReadonlyMap<string, number> {
  const { changes, activity } = useDashboard();
  const tick = useStore(changes);
  const { data, refetch } = useQuery(CaseViewsQuery, { fetchPolicy: 'cache-and-network' });

  useEffect(() => {
    const countAgain = () => {
      if (activity.isRecent()) void refetch().catch(() => undefined);
    };
    const soon = tick === 0 ? undefined : setTimeout(countAgain, COUNT_AFTER);
    const often = setInterval(countAgain, COUNT_EVERY);
    return () => {
      clearTimeout(soon);
      clearInterval(often);
    };
  }, [tick, activity, refetch]);

  return new Map(data?.caseViews.map(({ view, count }) => [view, count]));
}

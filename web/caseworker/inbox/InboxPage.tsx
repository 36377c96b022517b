import './inbox.css';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { PageHeading } from '../ui/PageHeading.tsx';
import { CaseFilters } from './CaseFilters.tsx';
import { CaseListing } from './CaseListing.tsx';
import { InboxViews } from './InboxViews.tsx';
import { addressOf, type InboxView, viewIn } from './inbox-address.ts';

/** The cases that this caseworker may open: one of the saved lists, narrowed and ordered as the address says. */
export function InboxPage() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { key } = useLocation();
  const [search] = useSearchParams();
  const view = viewIn(search);
  const title = intl.formatMessage(
    { id: 'inbox.titled' },
    { list: intl.formatMessage({ id: `inbox.view.${view.list}` }) },
  );
  // The list is another one with every filter; what speaks of it stays, or it would not be heard.
  const [summary, setSummary] = useState('');
  const show = (next: InboxView) => navigate({ search: addressOf(next) }, { preventScrollReset: true });

  return (
    <div className="inbox">
      <InboxViews current={view.list} />
      <div className="inbox-list">
        <PageHeading key={view.list} title={title}>
          {title}
        </PageHeading>
        <CaseFilters view={view} onView={show} />
        <CaseListing key={key} view={view} onView={show} onSummary={setSummary} />
        <p role="status" className="visually-hidden">
          {summary}
        </p>
      </div>
    </div>
  );
}

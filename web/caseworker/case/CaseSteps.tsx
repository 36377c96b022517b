import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation, useNavigate } from 'react-router';
import { useDashboard } from '../app/dashboard.ts';
import { useCommand } from '../keyboard/use-command.ts';

/** Leads back to the list this case was opened from, with its filters, and to the cases before and after it there. */
export function CaseSteps({ caseId }: { readonly caseId: string }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { trail } = useDashboard();
  const state: unknown = useLocation().state;
  const inbox =
    typeof state === 'object' && state !== null && 'inbox' in state && typeof state.inbox === 'string'
      ? state.inbox
      : null;
  const ids = inbox === null ? [] : trail.get();
  const index = ids.indexOf(caseId);
  const before = index > 0 ? ids[index - 1] : undefined;
  const after = index >= 0 ? ids[index + 1] : undefined;

  // In the place of this case: one step back is the list, however many cases were looked at.
  const open = (id: string) => navigate(`/cases/${id}`, { state, replace: true });
  useCommand('back', () => (inbox === null ? navigate('/inbox') : navigate(-1)));
  useCommand('next', after === undefined ? null : () => open(after));
  useCommand('previous', before === undefined ? null : () => open(before));

  return (
    <nav className="case-steps" aria-label={intl.formatMessage({ id: 'case.steps' })}>
      <Link className="back" to={{ pathname: '/inbox', search: inbox ?? '' }}>
        <FormattedMessage id="case.toInbox" />
      </Link>
      {index >= 0 && (
        <span className="hint">
          <FormattedMessage id="case.place" values={{ place: index + 1, count: ids.length }} />
        </span>
      )}
      {before !== undefined && (
        <Link to={`/cases/${before}`} state={state} replace>
          <FormattedMessage id="case.previous" />
        </Link>
      )}
      {after !== undefined && (
        <Link to={`/cases/${after}`} state={state} replace>
          <FormattedMessage id="case.next" />
        </Link>
      )}
    </nav>
  );
}

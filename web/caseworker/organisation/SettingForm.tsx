import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useHref } from 'react-router';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { LeaveDialog } from '../ui/LeaveDialog.tsx';
import type { SettingForm as Form } from './use-setting-form.ts';

/** What stands against a setting, its fields, and the button that stores it. */
export function SettingForm<Stored, Draft>({
  form,
  said,
  onLoadAgain,
  onLead,
  children,
}: {
  readonly form: Form<Stored, Draft>;
  /** What is said once it is stored. */
  readonly said: (stored: Stored) => ReactNode;
  /** Throws away what was filled in, for what is stored now. */
  readonly onLoadAgain: () => void;
  /** Called before the summary leads to a field, by its id: it may have to be brought onto the page. */
  readonly onLead?: (field: string) => void;
  readonly children: ReactNode;
}) {
  const here = useHref('.');
  const { faults, attempt, isOutdated, isSending, saved } = form;
  return (
    <form noValidate onSubmit={form.submit} aria-busy={isSending} className="organisation-form">
      <ErrorSummary faults={faults} attempt={attempt} onLead={onLead} />
      {isOutdated && (
        <div className="notice">
          <p>
            <FormattedMessage id="organisation.outdated" />
          </p>
          <p>
            <a href={here} target="_blank" rel="noreferrer">
              <FormattedMessage id="organisation.outdated.look" />
            </a>
          </p>
          <button type="button" className="secondary" onClick={onLoadAgain}>
            <FormattedMessage id="organisation.loadAgain" />
          </button>
        </div>
      )}
      {children}
      <div className="buttons">
        <button type="submit" aria-disabled={isSending}>
          <FormattedMessage id={isSending ? 'organisation.saving' : 'organisation.save'} />
        </button>
        <p role="status" className="said">
          {saved !== null && said(saved)}
        </p>
      </div>
      <LeaveDialog isLosing={form.isLosing} />
    </form>
  );
}

import { FormattedMessage } from 'react-intl';

/**
 * That there are cases which nobody can open any more, and what can be done; nothing where there are none.
 *
 * @param days the time that is set; null: none is.
 */
export function LostCases({ count, days }: { readonly count: number; readonly days: number | null }) {
  if (count === 0) return null;
  return (
    <section className="retention-lost">
      <h2>
        <FormattedMessage id="retention.lost.heading" />
      </h2>
      <p>
        <FormattedMessage id="retention.lost.count" values={{ count }} />
      </p>
      <ul>
        <li>
          {days === null ? (
            <FormattedMessage id="retention.lost.keep" />
          ) : (
            <FormattedMessage id="retention.lost.days" values={{ days }} />
          )}
        </li>
        <li>
          <FormattedMessage id="retention.lost.reporters" />
        </li>
        <li>
          <FormattedMessage id="retention.lost.backup" />
        </li>
      </ul>
    </section>
  );
}

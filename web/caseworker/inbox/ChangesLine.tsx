import { FormattedMessage } from 'react-intl';
import { useDashboard } from '../app/dashboard.ts';
import { useStore } from '../service/store.ts';

/**
 * Says that cases changed, and leaves it to the caseworker to fetch them: the rows below stay where they are. Its
 * place is kept free, so that saying it moves nothing either.
 */
export function ChangesLine({
  changedCount,
  wasRefreshed,
  onRefresh,
}: {
  readonly changedCount: number;
  readonly wasRefreshed: boolean;
  readonly onRefresh: () => void;
}) {
  const isCut = useStore(useDashboard().isCut);
  const isOffered = changedCount > 0 || isCut;
  return (
    <div className="changes">
      <p role="status">
        {changedCount > 0 && <FormattedMessage id="inbox.changed" values={{ count: changedCount }} />}{' '}
        {isCut && <FormattedMessage id="inbox.cut" />}
        {!isOffered && wasRefreshed && <FormattedMessage id="inbox.refreshed" />}
      </p>
      {isOffered && (
        <button type="button" className="secondary" onClick={onRefresh}>
          <FormattedMessage id="inbox.refresh" />
        </button>
      )}
    </div>
  );
}

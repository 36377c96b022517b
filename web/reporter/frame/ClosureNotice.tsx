import { InLanguage, Say, useDay } from '../text.tsx';
import { useOrganisation } from './organisation-context.tsx';

/** Says that nobody answers for some days, while that is near or now; otherwise nothing. */
export function ClosureNotice() {
  const { closure } = useOrganisation();
  const day = useDay();
  if (!closure) return null;
  const { from, to, reason } = closure;
  return (
    <p className="notice">
      {from === to ? (
        <Say id="closure.day" values={{ from: day(from) }} />
      ) : (
        <Say id="closure.days" values={{ from: day(from), to: day(to) }} />
      )}
      {reason && (
        <>
          {' '}
          <InLanguage tag={reason.locale}>{reason.text}</InLanguage>
        </>
      )}
    </p>
  );
}

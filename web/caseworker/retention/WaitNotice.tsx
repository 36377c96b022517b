import { FormattedMessage } from 'react-intl';
import { Day } from '../ui/Day.tsx';

/** That nothing is deleted for now, because the clock may be wrong. @param until the day on which it is believed. */
export function WaitNotice({ until }: { readonly until: string }) {
  return (
    <p className="notice notice-problem">
      <FormattedMessage id="retention.waits" values={{ day: <Day day={until} style="long" /> }} />
    </p>
  );
}

import { FormattedMessage } from 'react-intl';
import { Day } from '../../ui/Day.tsx';
import { dayOf } from '../days.ts';

/** Says, where a reply to a closed case is written, how long the reporter can still collect it. @param on the last day. */
export function ClosesForGood({ on }: { readonly on: string }) {
  const isLastDay = on <= dayOf(new Date());
  return (
    <p className="notice">
      {isLastDay ? (
        <FormattedMessage id="reply.toClosed.today" />
      ) : (
        <FormattedMessage id="reply.toClosed" values={{ day: <Day day={on} style="long" /> }} />
      )}{' '}
      <FormattedMessage id="reply.toClosed.openAgain" />
    </p>
  );
}

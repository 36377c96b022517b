import { useQuery } from '@apollo/client/react';
import { FormattedMessage } from 'react-intl';
import { Day } from '../ui/Day.tsx';
import { ReplyExpectedQuery } from './reply-times.query.ts';

/** What the stored hours promise to somebody who writes today; asked anew each time it appears. */
export function ReplyExpected() {
  const { data } = useQuery(ReplyExpectedQuery, { fetchPolicy: 'no-cache' });
  return (
    <p className="expected">
      {data && (
        <FormattedMessage
          id="organisation.reply-times.example"
          values={{ day: <Day day={data.organisation.replyExpectedBy} style="long" /> }}
        />
      )}
    </p>
  );
}

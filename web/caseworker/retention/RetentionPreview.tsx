import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router';
import type { ResultOf } from '../../shared/graphql.ts';
import { failureOf } from '../service/failure.ts';
import { Day, dayInWords } from '../ui/Day.tsx';
import { RetentionPreviewQuery } from './retention.query.ts';

type Preview = ResultOf<typeof RetentionPreviewQuery>['retentionPreview'];

/** What would be deleted next if closed cases were kept for so many days. Deletes nothing. */
export function RetentionPreview({ days }: { readonly days: number }) {
  const { data, error } = useQuery(RetentionPreviewQuery, { variables: { days }, fetchPolicy: 'no-cache' });
  const failure = error === undefined ? null : failureOf(error);
  return (
    <section className="retention-preview" role="status">
      {data !== undefined && <Deletions days={days} preview={data.retentionPreview} />}
      {data === undefined && (
        <p className={failure === null ? undefined : 'notice notice-problem'}>
          <FormattedMessage id={failure === null ? 'admin.loading' : `failure.${failure}`} />
        </p>
      )}
    </section>
  );
}

function Deletions({ days, preview }: { readonly days: number; readonly preview: Preview }) {
  const intl = useIntl();
  const { through, count, others, cases } = preview;
  return (
    <>
      <h2>
        <FormattedMessage
          id="retention.preview.heading"
          values={{ days, day: dayInWords(intl, through, 'long') }}
        />
      </h2>
      <p>
        {count === 0 ? (
          <FormattedMessage id="retention.preview.nothing" />
        ) : (
          <FormattedMessage id="retention.preview.count" values={{ count }} />
        )}{' '}
        {cases.length < count && (
          <FormattedMessage id="retention.preview.first" values={{ shown: cases.length }} />
        )}{' '}
        {others === null ? (
          <FormattedMessage id="retention.preview.othersFew" />
        ) : (
          <FormattedMessage id="retention.preview.others" values={{ count: others }} />
        )}{' '}
        <strong>
          <FormattedMessage id="retention.preview.nothingDone" />
        </strong>
      </p>
      <ul>
        {cases.map((each) => (
          <li key={each.caseId}>
            <Link to={`/cases/${each.caseId}`}>{each.caseNumber}</Link>
            <span>
              <FormattedMessage id="retention.preview.closedOn" /> <Day day={each.closedOn} style="short" />
            </span>
            <span>
              {each.isKeptBack ? (
                <FormattedMessage id="retention.preview.keptBack" />
              ) : (
                <>
                  <FormattedMessage id="retention.preview.deletesOn" />{' '}
                  <Day day={each.deletesOn} style="short" />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

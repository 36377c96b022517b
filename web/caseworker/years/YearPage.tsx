import './years.css';
import '../../shared/year/year.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useParams } from 'react-router';
import { YearInNumbers } from '../../shared/year/YearInNumbers.tsx';
import { useYearWords } from '../../shared/year/year-words.ts';
import type { YearlyNumbers } from '../../shared/year/yearly-numbers.ts';
import { failureOf } from '../service/failure.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';
import { FailedPage } from '../ui/FailureNotice.tsx';
import { LanguagePick } from '../ui/LanguagePick.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { directionOf, PortalWords } from '../ui/PortalWords.tsx';
import { YearSwitch } from './YearSwitch.tsx';
import { YearPreviewQuery } from './years.query.ts';

/** A year as the public reads it or would read it, and the way to publish it or to take it back. */
export function YearPage() {
  const year = Number(useParams()['year']);
  const [language, setLanguage] = useState<string | null>(null);
  const { data, previousData, error, refetch } = useQuery(YearPreviewQuery, {
    variables: { year: Number.isInteger(year) ? year : 0, locale: language },
    fetchPolicy: 'no-cache',
  });
  const again = () => refetch().catch(() => undefined);
  useRetryAfterSignIn(error !== undefined, () => void again());
  // While another language comes the page stays, and with it the focus.
  const found = data ?? previousData;
  const shown = language ?? found?.organisation.locales[0] ?? 'en';
  const title = useIntl().formatMessage({ id: 'years.year.heading' }, { year: String(year) });

  if (found === undefined && error !== undefined && failureOf(error) !== 'session-ended') {
    return <FailedPage failure={failureOf(error)} onTryAgain={() => void again()} />;
  }
  return (
    <>
      <p>
        <Link className="back" to="/admin/years">
          <FormattedMessage id="admin.years.heading" />
        </Link>
      </p>
      <PageHeading title={title}>{title}</PageHeading>
      {found === undefined && (
        <p role="status">
          <FormattedMessage id="years.loading" />
        </p>
      )}
      {found?.yearlyPagePreview === null && (
        <p className="empty">
          <FormattedMessage id="years.notTold" />
        </p>
      )}
      {found?.yearlyPagePreview && (
        <>
          <YearSwitch
            year={year}
            isPublic={found.yearsToPublish.some((each) => each.year === year && each.isPublic)}
            onChanged={again}
          />
          <LanguagePick locales={found.organisation.locales} language={shown} onPick={setLanguage} />
          <section
            className="year-preview"
            lang={shown}
            dir={directionOf(shown)}
            aria-labelledby="year-preview"
          >
            <PortalWords language={shown}>
              <Preview numbers={found.yearlyPagePreview} organisation={found.organisation.name} />
            </PortalWords>
          </section>
        </>
      )}
    </>
  );
}

function Preview({
  numbers,
  organisation,
}: {
  readonly numbers: YearlyNumbers;
  readonly organisation: string;
}) {
  const { say, year } = useYearWords();
  return (
    <>
      <h2 id="year-preview">{say('year.title', { year: year(numbers.year) })}</h2>
      <YearInNumbers
        numbers={numbers}
        organisation={organisation}
        level="h3"
        inLanguage={(locale, text) => (
          <span lang={locale} dir="auto">
            {text}
          </span>
        )}
      />
    </>
  );
}

import './years.css';
import '../../shared/year/year.css';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useParams } from 'react-router';
import { YearInNumbers } from '../../shared/year/YearInNumbers.tsx';
import { useYearWords } from '../../shared/year/year-words.ts';
import type { YearlyNumbers } from '../../shared/year/yearly-numbers.ts';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { LanguagePick } from '../ui/LanguagePick.tsx';
import { directionOf, PortalWords } from '../ui/PortalWords.tsx';
import { YearSwitch } from './YearSwitch.tsx';
import { YearPreviewQuery } from './years.query.ts';

/** A year as the public reads it or would read it, and the way to publish it or to take it back. */
export function YearPage() {
  const year = Number(useParams()['year']);
  const [language, setLanguage] = useState<string | null>(null);
  const page = usePageData(YearPreviewQuery, {
    year: Number.isInteger(year) ? year : 0,
    locale: language,
  });
  return (
    <AdminFrame
      name="years.year.heading"
      values={{ year: String(year) }}
      back={{ to: '/admin/years', name: 'admin.years.heading' }}
      page={page}
    >
      {({ yearlyPagePreview, yearsToPublish, organisation }) => {
        const shown = language ?? organisation.locales[0] ?? 'en';
        if (yearlyPagePreview === null) {
          return (
            <p className="empty">
              <FormattedMessage id="years.notTold" />
            </p>
          );
        }
        return (
          <>
            <YearSwitch
              year={year}
              isPublic={yearsToPublish.some((each) => each.year === year && each.isPublic)}
              onChanged={page.again}
            />
            <LanguagePick locales={organisation.locales} language={shown} onPick={setLanguage} />
            <section
              className="year-preview"
              lang={shown}
              dir={directionOf(shown)}
              aria-labelledby="year-preview"
            >
              <PortalWords language={shown}>
                <Preview numbers={yearlyPagePreview} organisation={organisation.name} />
              </PortalWords>
            </section>
          </>
        );
      }}
    </AdminFrame>
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

import { YearInNumbers } from '../../shared/year/YearInNumbers.tsx';
import { useYearWords } from '../../shared/year/year-words.ts';
import type { YearlyNumbers } from '../../shared/year/yearly-numbers.ts';
import { useOrganisation } from '../frame/organisation-context.tsx';
import { Page } from '../frame/Page.tsx';
import { InLanguage, Say } from '../text.tsx';
import { YearLink } from './YearLink.tsx';

/** The numbers of a year, and the way to those of others. */
export function YearPage({ numbers, others }: { numbers: YearlyNumbers; others: readonly number[] }) {
  const { name } = useOrganisation();
  const { year } = useYearWords();
  return (
    <Page heading={<Say id="year.title" values={{ year: year(numbers.year) }} />}>
      <YearInNumbers
        numbers={numbers}
        organisation={name}
        level="h2"
        inLanguage={(locale, text) => <InLanguage tag={locale}>{text}</InLanguage>}
      />
      {others.length > 0 && (
        <section>
          <h2>
            <Say id="year.others" />
          </h2>
          <ul>
            {others.map((other) => (
              <li key={other}>
                <YearLink year={other} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

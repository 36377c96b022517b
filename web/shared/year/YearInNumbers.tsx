import type { ReactNode } from 'react';
import { YearFigure } from './YearFigure.tsx';
import { useYearWords } from './year-words.ts';
import type { YearlyNumbers } from './yearly-numbers.ts';

const ROUTES = { ANONYMOUS: 'year.route.anonymous', CONTACT_DETAILS: 'year.route.contact' } as const;
const WITHOUT_WORDS = { OTHER: 'year.other', NOT_ANSWERED: 'year.notAnswered' } as const;

/**
 * The numbers of a year as the public reads them: on the portal, and in the dashboard before they are published.
 *
 * @param level of the headings of its tables.
 * @param inLanguage marks words that are in another language than the page.
 */
export function YearInNumbers({
  numbers,
  organisation,
  level,
  inLanguage,
}: {
  readonly numbers: YearlyNumbers;
  readonly organisation: string;
  readonly level: 'h2' | 'h3';
  readonly inLanguage: (locale: string, text: string) => ReactNode;
}) {
  const { say, number, share, year, month, monthOfYear } = useYearWords();
  const { quarters, categories, routes, total, countedFrom, threshold } = numbers;
  const told = (count: number | null) => (count === null ? say('year.untold') : number(count));
  const reports = say('year.reports');
  return (
    <>
      <p className="lead">
        {say('year.lead', {
          organisation: <bdi key="organisation">{organisation}</bdi>,
          year: year(numbers.year),
        })}
      </p>
      {!countedFrom.endsWith('-01-01') && <p>{say('year.from', { month: monthOfYear(countedFrom) })}</p>}
      <p className="year-total">
        {total === null
          ? say('year.total.untold')
          : say('year.total', { count: <b key="count">{number(total)}</b> })}
      </p>
      <p className="hint">{say('year.rounding', { threshold: number(threshold) })}</p>
      <YearFigure
        level={level}
        heading={say('year.quarters')}
        columns={[say('year.quarters.column'), reports]}
        rows={quarters.map(({ label, count }) => ({
          key: label,
          name: say('year.quarter', { from: month(label), to: month(lastOfQuarter(label)) }),
          count,
          said: told(count),
        }))}
      />
      {categories.length > 0 && (
        <YearFigure
          level={level}
          heading={say('year.categories')}
          note={say('year.categories.note')}
          columns={[say('year.categories.column'), reports]}
          rows={categories.map(({ label, text, locale, count }) => ({
            key: label,
            name: text !== null && locale !== null ? inLanguage(locale, text) : withoutWords(label),
            count,
            said: told(count),
          }))}
        />
      )}
      <YearFigure
        level={level}
        heading={say('year.routes')}
        columns={[say('year.routes.column'), reports]}
        rows={routes.map(({ label, count }) => ({
          key: label,
          name: label in ROUTES ? say(ROUTES[label as keyof typeof ROUTES]) : label,
          count,
          said: told(count),
        }))}
      />
      <YearFigure
        level={level}
        heading={say('year.replies')}
        columns={[say('year.replies.column'), say('year.replies.number')]}
        rows={[
          {
            key: 'wanted',
            name: say('year.replies.wanted'),
            count: numbers.wantedMessages,
            said: told(numbers.wantedMessages),
          },
          {
            key: 'inTime',
            name: say('year.replies.inTime'),
            count:
              numbers.repliedInTime === null ? null : numbers.repliedInTime * (numbers.wantedMessages ?? 0),
            said: numbers.repliedInTime === null ? say('year.untold') : share(numbers.repliedInTime),
          },
        ]}
      />
    </>
  );

  function withoutWords(label: string): ReactNode {
    return label in WITHOUT_WORDS ? say(WITHOUT_WORDS[label as keyof typeof WITHOUT_WORDS]) : label;
  }
}

/** A day in the last month of the quarter that begins with a day. */
function lastOfQuarter(first: string): string {
  return `${first.slice(0, 5)}${String(Number(first.slice(5, 7)) + 2).padStart(2, '0')}-01`;
}

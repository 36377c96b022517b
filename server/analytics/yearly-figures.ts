import type { Day } from '../shared/day.ts';
import type { YearlyNumber, YearlyPage } from './yearly-page.type.ts';

/** One number, with its words in every language in which they were whole when it was published. */
export interface StoredNumber {
  readonly label: string;
  /** By BCP 47; the organisation's first language stands first. Null where the label says all. */
  readonly texts: Readonly<Record<string, string>> | null;
  /** Null: suppressed. */
  readonly count: number | null;
}

/** The numbers of a year as they are stored once they were published: rounded, and with nothing that is suppressed. */
export interface YearlyFigures {
  readonly countedFrom: Day;
  readonly threshold: number;
  /** Null: suppressed. */
  readonly total: number | null;
  readonly quarters: readonly StoredNumber[];
  readonly categories: readonly StoredNumber[];
  readonly routes: readonly StoredNumber[];
  readonly wantedMessages: number | null;
  readonly repliedInTime: number | null;
}

/** The figures in one language. @param locale BCP 47; undefined, or one that is not there: the first. */
export function figuresIn(year: number, figures: YearlyFigures, locale: string | undefined): YearlyPage {
  const inLanguage = ({ label, texts, count }: StoredNumber): YearlyNumber => {
    const [first] = Object.keys(texts ?? {});
    const found = locale !== undefined && texts && Object.hasOwn(texts, locale) ? locale : (first ?? null);
    return {
      label,
      text: found === null ? null : (texts?.[found] ?? null),
      locale: found,
      count,
      suppressed: count === null,
    };
  };
  return {
    year,
    countedFrom: figures.countedFrom,
    threshold: figures.threshold,
    total: figures.total,
    quarters: figures.quarters.map(inLanguage),
    categories: figures.categories.map(inLanguage),
    routes: figures.routes.map(inLanguage),
    wantedMessages: figures.wantedMessages,
    repliedInTime: figures.repliedInTime,
  };
}

import { type ComponentProps, createContext, type ReactNode, useContext } from 'react';
import { IntlProvider, type IntlShape, useIntl } from 'react-intl';
import { catalogOf, type MessageId } from '../shared/messages/reporter/catalog.ts';
import { type DayReach, weekdayAndDate } from '../shared/weekday-and-date.ts';
import { DEFAULT_LOCALE, directionOf, type PortalLocale, pathIn } from './locale.ts';

export type { MessageId };

type PlainValues = Readonly<Record<string, string | number>>;
type RichValues = Readonly<Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode)>>;

/**
 * react-intl's message types hang on one global catalog, and the dashboard has declared its own; the portal's ids are
 * checked here instead.
 */
interface PortalIntl extends Pick<IntlShape, 'formatDate'> {
  formatMessage(descriptor: { id: MessageId }, values?: RichValues): ReactNode;
}

function usePortalIntl(): PortalIntl {
  return useIntl() as unknown as PortalIntl;
}

const PlaceContext = createContext({ locale: DEFAULT_LOCALE, host: '' });

/** Gives every page below it the texts, dates and addresses of one language. */
export function TextProvider({
  locale,
  host,
  children,
}: {
  locale: PortalLocale;
  /** where this site stands, as the browser asked for it; said on paper only */
  host: string;
  children: ReactNode;
}) {
  return (
    <PlaceContext value={{ locale, host }}>
      <IntlProvider
        locale={locale.formats}
        messages={catalogOf(locale.tag) as unknown as ComponentProps<typeof IntlProvider>['messages']}
        // A text that cannot be formatted shows as its source; printing it could print what a person wrote.
        onError={() => undefined}
      >
        {children}
      </IntlProvider>
    </PlaceContext>
  );
}

/** The language of the page. */
export function useLocale(): PortalLocale {
  return useContext(PlaceContext).locale;
}

/** Addresses in the language of the page: `path('/support')`. */
export function usePath(): (path: string) => string {
  const locale = useLocale();
  return (path) => pathIn(locale, path);
}

/** An address as somebody would copy it from paper: `report.example.org/login`. */
export function useWrittenAddress(): (path: string) => string {
  const { locale, host } = useContext(PlaceContext);
  return (path) => `${host}${pathIn(locale, path)}`;
}

/** A text as a string, for attributes and titles. */
export function useSay(): (id: MessageId, values?: PlainValues) => string {
  const intl = usePortalIntl();
  const isolate = useIsolate((value) => `\u2068${value}\u2069`);
  return (id, values) => String(intl.formatMessage({ id }, isolate(values)));
}

/** In a text from right to left, a name or an address in Latin letters would turn the order of what is around it. */
function useIsolate<Value>(wrap: (value: string) => Value) {
  const { direction } = useLocale();
  return <Values extends RichValues>(values: Values | undefined) => {
    if (direction === 'ltr' || !values) return values;
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? wrap(value) : value]),
    );
  };
}

function bold(chunks: ReactNode[]): ReactNode {
  return <strong>{chunks}</strong>;
}

/** A text from the catalog. Tags in it (`<safety>…</safety>`) are filled by functions of the same name. */
export function Say({ id, values }: { id: MessageId; values?: RichValues }) {
  const intl = usePortalIntl();
  const isolate = useIsolate((value) => <bdi>{value}</bdi>);
  return <>{intl.formatMessage({ id }, { b: bold, ...isolate(values) })}</>;
}

/** Words in a language of their own, said to be so where the page is in another. `tag`: BCP 47. */
export function InLanguage({ tag, children }: { tag: string; children: ReactNode }) {
  const page = useLocale();
  if (tag === page.tag) return children;
  return (
    <span lang={tag} dir={directionOf(tag)}>
      {children}
    </span>
  );
}

/** Writes a day, `YYYY-MM-DD`, as people say it: `Thursday 9 April`; with the year where it is `dated`. */
export function useDay(): (day: string, reach?: DayReach) => string {
  const { formats } = useLocale();
  // Unicode's Welsh days begin a line; inside a sentence they are small.
  return (day, reach = 'near') => weekdayAndDate(formats, day, reach).replace(/^Dydd /, 'dydd ');
}

/** Writes a month, `YYYY-MM`: `April 2026`. */
export function useMonth(): (month: string) => string {
  const intl = usePortalIntl();
  return (month) =>
    intl.formatDate(new Date(`${month}-01T00:00:00Z`), { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** The name of a month, 01 to 12: `April`. */
export function useMonthName(): (month: string) => string {
  const intl = usePortalIntl();
  return (month) =>
    intl.formatDate(new Date(`2024-${month}-01T00:00:00Z`), { month: 'long', timeZone: 'UTC' });
}

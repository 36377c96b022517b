import { graphql } from '../../shared/graphql.ts';
import { type YearlyNumbers, YearlyNumbersFragment } from '../../shared/year/yearly-numbers.ts';
import type { PortalLocale } from '../locale.ts';
import type { PortalContext } from '../portal-context.ts';
import { ask } from './ask.ts';

const PublishedYearsDocument = graphql('query PublishedYears { publishedYears }');

const YearDocument = graphql(
  `
    query Year($year: Int!, $locale: String) {
      publishedYears
      yearlyPage(year: $year, locale: $locale) {
        ...YearlyNumbers
      }
    }
  `,
  [YearlyNumbersFragment],
);

/** The years whose numbers can be read, the latest first. None where the service cannot say: nobody came for them. */
export async function publishedYears(context: PortalContext): Promise<readonly number[]> {
  return ask(context, PublishedYearsDocument, {}).then(
    (found) => found.publishedYears,
    () => [],
  );
}

/**
 * The numbers of a year, and which other years there are.
 *
 * @param asked the year as it stands in the address.
 * @returns null where there is nothing to read.
 * @throws {ServiceFailed} the service could not say.
 */
export async function yearFor(
  context: PortalContext,
  asked: string | undefined,
  { tag }: PortalLocale,
): Promise<{ numbers: YearlyNumbers; others: number[] } | null> {
  if (asked === undefined || !/^\d{4}$/.test(asked)) return null;
  const year = Number(asked);
  const found = await ask(context, YearDocument, { year, locale: tag });
  return (
    found.yearlyPage && {
      numbers: found.yearlyPage,
      others: found.publishedYears.filter((other) => other !== year),
    }
  );
}

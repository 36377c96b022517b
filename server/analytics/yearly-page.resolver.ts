import { Arg, Int, Query, Resolver } from 'type-graphql';
import type { YearlyPageService } from './yearly-page.service.ts';
import { YearlyPage } from './yearly-page.type.ts';

/** What everybody can read of the years that were published. */
@Resolver()
export class YearlyPageResolver {
  constructor(private readonly pages: YearlyPageService) {}

  @Query(() => [Int], { description: 'the years whose numbers everybody can read, the latest first' })
  async publishedYears(): Promise<number[]> {
    return this.pages.published();
  }

  @Query(() => YearlyPage, {
    nullable: true,
    description: 'What was told in a year; null where that is not published.',
  })
  async yearlyPage(
    @Arg('year', () => Int, { description: 'for example 2026' }) year: number,
    @Arg('locale', () => String, {
      nullable: true,
      description: 'BCP 47: the language of the choices; the organisation’s first where it has none in that',
    })
    locale: string | null | undefined,
  ): Promise<YearlyPage | null> {
    return this.pages.page(year, locale ?? undefined);
  }
}

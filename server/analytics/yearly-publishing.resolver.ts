import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { administering, type RequestContext } from '../viewer.ts';
import type { YearlyPageService } from './yearly-page.service.ts';
import { PublishYearResult, YearlyPage, YearToPublish } from './yearly-page.type.ts';

const YEAR = { description: 'for example 2026' };

/** What the public may read of a year, in the hands of administrators. */
@Resolver()
export class YearlyPublishingResolver {
  constructor(private readonly pages: YearlyPageService) {}

  @Query(() => [YearToPublish], {
    description: 'For administrators. Every closed year that was counted, the latest first.',
  })
  async yearsToPublish(@Ctx() { viewer }: RequestContext): Promise<YearToPublish[]> {
    administering(viewer);
    return this.pages.years();
  }

  @Query(() => YearlyPage, {
    nullable: true,
    description:
      'For administrators. What the public reads of a year, or would read; null where nothing can be told of it.',
  })
  async yearlyPagePreview(
    @Arg('year', () => Int, YEAR) year: number,
    @Arg('locale', () => String, { nullable: true, description: 'BCP 47: the language of the choices' })
    locale: string | null | undefined,
    @Ctx() { viewer }: RequestContext,
  ): Promise<YearlyPage | null> {
    administering(viewer);
    return this.pages.preview(year, locale ?? undefined);
  }

  @Mutation(() => PublishYearResult, {
    description:
      'For administrators. Puts the page of a closed year on the portal. What was published before comes back with the same numbers.',
  })
  async publishYear(
    @Arg('year', () => Int, YEAR) year: number,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof PublishYearResult> {
    const { caseworkerId } = administering(viewer);
    return orBusy(() => this.pages.publish({ caseworkerId }, year));
  }

  @Mutation(() => Boolean, {
    description:
      'For administrators. Takes the page of a year off the portal; true also when it was not there.',
  })
  async withdrawYear(
    @Arg('year', () => Int, YEAR) year: number,
    @Ctx() { viewer }: RequestContext,
  ): Promise<boolean> {
    const { caseworkerId } = administering(viewer);
    await this.pages.withdraw({ caseworkerId }, year);
    return true;
  }
}

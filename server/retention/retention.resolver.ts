import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../casework/case.type.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { RetentionSetting } from '../organisation/settings.type.ts';
import type { TrustedDayService } from '../organisation/trusted-day.service.ts';
import { endedOn } from '../reports/ended-on.service.ts';
import { Report } from '../reports/report.type.ts';
import { GraphQLDay } from '../shared/scalars.ts';
import { administering, type RequestContext } from '../viewer.ts';
import type { DueCases } from './due-cases.service.ts';
import { RetentionPreview } from './retention.type.ts';
import type { RetentionPreviewService } from './retention-preview.service.ts';

const LONGEST = 100_000; // days; the sentence of `changeRetention` names tighter bounds

/** Says staff when cases are deleted. */
@Resolver(() => Case)
export class CaseRetentionResolver {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly previews: RetentionPreviewService,
  ) {}

  @FieldResolver(() => GraphQLDay, {
    nullable: true,
    description:
      'when it is deleted by itself, at the earliest; null while it is open, or where nothing is. It stays longer while something in it is unread.',
  })
  async deletesOn(@Root() { row }: Case): Promise<string | null> {
    return this.organisations.deletionDay(row.closed_on);
  }

  @Query(() => RetentionPreview, {
    description: 'For administrators. What would be deleted within 30 days; deletes nothing.',
  })
  async retentionPreview(
    @Arg('days', () => Int, { description: 'for how many days after closing cases would be kept' })
    days: number,
    @Ctx() { viewer }: RequestContext,
  ): Promise<RetentionPreview> {
    const { caseworkerId } = administering(viewer);
    if (days < 0 || days > LONGEST) {
      throw new GraphQLError('Not a number of days', { extensions: { code: 'BAD_USER_INPUT' } });
    }
    return this.previews.of(caseworkerId, days);
  }
}

/** Says reporters until when they can come back to theirs, and when it is deleted. */
@Resolver(() => Report)
export class ReportRetentionResolver {
  constructor(private readonly organisations: OrganisationService) {}

  @FieldResolver(() => GraphQLDay, {
    nullable: true,
    description:
      'when the report and its messages are deleted, unless it is opened again before; null where that is not known. Also of one that nobody can open any more, in which nothing can be written.',
  })
  async deletesOn(@Root() { caseFile }: Report): Promise<string | null> {
    return this.organisations.deletionDay(endedOn(caseFile));
  }

  @FieldResolver(() => GraphQLDay, {
    nullable: true,
    description:
      'the last day on which the code opens this report, unless it is opened again; null while it is open, because then the code goes on working',
  })
  async codeWorksUntil(@Root() { caseFile }: Report): Promise<string | null> {
    return this.organisations.lastDayOpenAgain(caseFile.closedOn);
  }
}

/** Says administrators what holds whatever is set. */
@Resolver(() => RetentionSetting)
export class RetentionStateResolver {
  constructor(
    private readonly dueCases: DueCases,
    private readonly trustedDay: TrustedDayService,
  ) {}

  @FieldResolver(() => GraphQLDay, {
    nullable: true,
    description:
      'nothing is deleted or closed for good by time before this day: the clock is more than 31 days ahead of the last day on which the service ran. null: the clock is in no doubt',
  })
  async waitsUntil(): Promise<string | null> {
    return this.trustedDay.doubtedUntil();
  }

  @FieldResolver(() => Int, {
    description:
      'how many cases nobody can open any more, because all have left who held their keys; a number is all that is told of them. They are deleted like closed ones, counted from the day on which the last left, or from closing, whichever came later.',
  })
  async lostCases(): Promise<number> {
    return this.dueCases.countLost();
  }
}

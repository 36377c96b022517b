import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { EnrolmentService } from '../access/enrolment.service.ts';
import { Answer } from '../questionnaire/answer.type.ts';
import type { Budgets } from '../shared/budgets.ts';
import { orBusy } from '../shared/or-busy.ts';
import { ServiceBusy } from '../shared/problem.type.ts';
import type { RequestContext } from '../viewer.ts';
import { SubmitReportInput } from './report.input.ts';
import type { ReportService } from './report.service.ts';
import { MessagingOffer, OptIntoMessagingResult, Report, SubmitReportResult } from './report.type.ts';
import type { SubmitReportService } from './submit-report.service.ts';

/** Sending a report, and reading one's own. */
@Resolver(() => Report)
export class ReportResolver {
  constructor(
    private readonly reports: ReportService,
    private readonly submissions: SubmitReportService,
    private readonly enrolments: EnrolmentService,
    private readonly budgets: Budgets,
  ) {}

  @Query(() => Report, { nullable: true, description: 'null without a reporter session' })
  async myReport(@Ctx() { viewer }: RequestContext): Promise<Report | null> {
    return viewer.kind === 'reporter' ? this.reports.of(viewer) : null;
  }

  @FieldResolver(() => [Answer], { description: 'what was answered, in the order it was asked' })
  answers(@Root() report: Report): Promise<Answer[]> {
    return this.reports.answers(report);
  }

  @Mutation(() => OptIntoMessagingResult, {
    description: 'Draws a code and hands it over with the enrolment that submitReport needs. Writes nothing.',
  })
  async optIntoMessaging(@Ctx() { caller }: RequestContext): Promise<typeof OptIntoMessagingResult> {
    const wait = this.budgets.take('optIntoMessaging', caller);
    if (wait) return ServiceBusy.crowded(wait.retryAfterSeconds);
    const { code, enrolment, expiresAt } = this.enrolments.offer();
    return new MessagingOffer(code, enrolment, expiresAt);
  }

  @Mutation(() => SubmitReportResult, { description: 'Stores a report, once, however often it is sent.' })
  async submitReport(
    @Arg('input', () => SubmitReportInput, { description: 'the whole report' }) input: SubmitReportInput,
    @Ctx() { caller }: RequestContext,
  ): Promise<typeof SubmitReportResult> {
    const wait = this.budgets.take('submitReport', caller);
    if (wait) return ServiceBusy.crowded(wait.retryAfterSeconds);
    return orBusy(() => this.submissions.submit(input, caller));
  }
}

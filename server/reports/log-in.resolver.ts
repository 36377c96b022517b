import { Arg, AuthenticationError, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { LogInService } from '../access/log-in.service.ts';
import type { ReporterSessionService } from '../access/reporter-session.service.ts';
import type { Budgets } from '../shared/budgets.ts';
import { orBusy } from '../shared/or-busy.ts';
import { ServiceBusy } from '../shared/problem.type.ts';
import { REPORTER_SESSION } from '../shared/session-deadlines.ts';
import type { RequestContext } from '../viewer.ts';
import type { ReportService } from './report.service.ts';
import {
  CodeNotRecognised,
  LoginWithCodeResult,
  MistypedCode,
  Report,
  ReporterSession,
} from './report.type.ts';

/** Coming back with a code, and leaving. */
@Resolver(() => ReporterSession)
export class LogInResolver {
  constructor(
    private readonly logIns: LogInService,
    private readonly sessions: ReporterSessionService,
    private readonly reports: ReportService,
    private readonly budgets: Budgets,
  ) {}

  @Mutation(() => LoginWithCodeResult, {
    description: 'Opens a session with an access code, as it was typed.',
  })
  async loginWithCode(
    @Arg('code', () => String, { description: 'in any case, with or without spaces and hyphens' })
    code: string,
    @Ctx() { caller }: RequestContext,
  ): Promise<typeof LoginWithCodeResult> {
    if (this.logIns.isMistyped(code)) return new MistypedCode();
    const wait = this.budgets.take('loginWithCode', caller);
    if (wait) return ServiceBusy.crowded(wait.retryAfterSeconds);
    return orBusy(async () => {
      const logIn = await this.logIns.withCode(code, caller);
      if (logIn.kind === 'mistyped') return new MistypedCode();
      if (logIn.kind === 'unknown') return new CodeNotRecognised();
      const { token, reporter } = logIn;
      return new ReporterSession({ token, idleMinutes: REPORTER_SESSION.idleMinutes, reporter });
    });
  }

  /** Read only where it is asked for: who wants the token alone waits for two reads less. */
  @FieldResolver(() => Report, { description: 'what the code opened' })
  async report(@Root() { reporter }: ReporterSession): Promise<Report> {
    const report = await this.reports.of(reporter);
    // Deleted since the code opened it, and the session with it.
    if (!report) throw new AuthenticationError();
    return report;
  }

  @Mutation(() => Boolean, { description: 'ends the session that asks; true also when there was none' })
  async logOut(@Ctx() { viewer }: RequestContext): Promise<boolean> {
    if (viewer.kind === 'reporter') await this.sessions.end(viewer.sessionHash);
    return true;
  }
}

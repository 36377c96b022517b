import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Budgets } from '../shared/budgets.ts';
import { orBusy } from '../shared/or-busy.ts';
import { ServiceBusy } from '../shared/problem.type.ts';
import { characterCount, tidyText } from '../shared/text.ts';
import type { RequestContext } from '../viewer.ts';
import { toCaseworker } from './caseworker.view.ts';
import { looksLikeEmail } from './email-address.ts';
import type { InvitationService } from './invitation.service.ts';
import { passwordFault } from './password-policy.ts';
import { AcceptInvitationInput, SignInInput } from './staff.input.ts';
import type { StaffService } from './staff.service.ts';
import {
  AcceptInvitationResult,
  Caseworker,
  InvitationRefused,
  SignInRefused,
  SignInResult,
  StaffSession,
  WeakPassword,
  Welcome,
} from './staff.type.ts';
import type { StaffSessionService } from './staff-session.service.ts';

const LONGEST_NAME = 100; // characters

/** Joining, signing in and out, and who one is. */
@Resolver(() => Caseworker)
export class StaffResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly staff: StaffService,
    private readonly invitations: InvitationService,
    private readonly sessions: StaffSessionService,
    private readonly budgets: Budgets,
    private readonly audit: AuditService,
  ) {}

  @Query(() => Caseworker, { nullable: true, description: 'who is signed in; null without a session' })
  async me(@Ctx() { viewer }: RequestContext): Promise<Caseworker | null> {
    if (viewer.kind !== 'caseworker') return null;
    const [person] = await this.staff.byIds([viewer.caseworkerId]);
    return person ?? null;
  }

  @Mutation(() => AcceptInvitationResult, {
    description: 'makes a member of staff of whoever holds the link',
  })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, { description: 'who joins' }) input: AcceptInvitationInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AcceptInvitationResult> {
    const wait = this.budgets.take('acceptInvitation', context.caller);
    if (wait) return ServiceBusy.crowded(wait.retryAfterSeconds);
    return orBusy(() => this.join(input, context));
  }

  @Mutation(() => SignInResult, { description: 'opens a session; the cookie carries it' })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'who signs in' }) input: SignInInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SignInResult> {
    const wait = this.budgets.take('signIn', context.caller);
    if (wait) return ServiceBusy.crowded(wait.retryAfterSeconds);
    return orBusy(async () => {
      const proved = await this.staff.prove(input.email, input.password, context.caller);
      if (!proved) return new SignInRefused();
      const endsAt = await this.openSession(proved.caseworker.id, proved.privateKey, context);
      return new StaffSession(toCaseworker(proved.caseworker), endsAt);
    });
  }

  @Mutation(() => Boolean, { description: 'ends the session that asks; true also when there was none' })
  async signOut(@Ctx() { viewer, staffCookie }: RequestContext): Promise<boolean> {
    if (viewer.kind === 'caseworker') await this.sessions.end(viewer.sessionHash);
    staffCookie.clear();
    return true;
  }

  private async join(
    input: AcceptInvitationInput,
    context: RequestContext,
  ): Promise<Welcome | InvitationRefused | WeakPassword> {
    const invited = await this.invitations.addressOf(input.token);
    if (invited === undefined) return new InvitationRefused();
    const name = tidyText(input.name);
    const email = (invited ?? input.email ?? '').trim();
    if (name === '' || characterCount(name) > LONGEST_NAME) {
      return new InvitationRefused(
        `Enter your name, with at most ${LONGEST_NAME} characters. The link still works.`,
      );
    }
    if (!looksLikeEmail(email)) {
      return new InvitationRefused('Enter a mail address, like name@example.org. The link still works.');
    }
    const fault = passwordFault(input.password, name, email);
    if (fault) return new WeakPassword(fault);
    const joined = await this.invitations.accept(
      input.token,
      { name, email, password: input.password },
      context.caller,
    );
    if (!joined) return new InvitationRefused();
    await this.openSession(joined.caseworker.id, joined.privateKey, context);
    return new Welcome(toCaseworker(joined.caseworker), joined.recoveryKey);
  }

  private async openSession(
    caseworkerId: string,
    privateKey: Buffer,
    context: RequestContext,
  ): Promise<Date> {
    const { token, endsAt } = await inTransaction(this.dataSource, (manager) => {
      this.audit.record(manager, { caseworkerId }, AuditAct.SIGNED_IN);
      return this.sessions.open(manager, caseworkerId, privateKey);
    });
    context.staffCookie.set(token, endsAt);
    return endsAt;
  }
}

import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Budgets } from '../shared/budgets.ts';
import { orBusy } from '../shared/or-busy.ts';
import { ServiceBusy } from '../shared/problem.type.ts';
import { characterCount, tidyLine } from '../shared/text.ts';
import type { RequestContext } from '../viewer.ts';
import type { CaseworkerEntity } from './caseworker.entity.ts';
import { toCaseworker } from './caseworker.view.ts';
import { looksLikeEmail } from './email-address.ts';
import type { InvitationService } from './invitation.service.ts';
import { passwordFault } from './password-policy.ts';
import { perhapsDone } from './perhaps-done.ts';
import type { SecondFactorService } from './second-factor.service.ts';
import { AcceptInvitationInput, SignInInput } from './staff.input.ts';
import type { StaffService } from './staff.service.ts';
import {
  AcceptInvitationResult,
  Caseworker,
  InvitationRefused,
  OneTimeCodeNeeded,
  SignInRefused,
  SignInResult,
  StaffSession,
  WeakPassword,
  type Welcome,
} from './staff.type.ts';
import type { StaffSessionService } from './staff-session.service.ts';
import type { WelcomeDesk } from './welcome-desk.ts';

const LONGEST_NAME = 100; // characters

/** Joining, signing in and out, and who one is. */
@Resolver(() => Caseworker)
export class StaffResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly staff: StaffService,
    private readonly invitations: InvitationService,
    private readonly sessions: StaffSessionService,
    private readonly secondFactor: SecondFactorService,
    private readonly desk: WelcomeDesk,
    private readonly budgets: Budgets,
    private readonly audit: AuditService,
  ) {}

  @Query(() => Caseworker, { nullable: true, description: 'who is signed in; null without a session' })
  async me(@Ctx() { viewer }: RequestContext): Promise<Caseworker | null> {
    if (viewer.kind !== 'caseworker' && viewer.kind !== 'unready') return null;
    const [person] = await this.staff.byIds([viewer.caseworkerId]);
    return person ?? null;
  }

  @FieldResolver(() => Boolean, {
    description:
      'of the one who asks: whether they have to set up a second factor before anything else. False for everybody else.',
  })
  mustSetUpSecondFactor(@Root() caseworker: Caseworker, @Ctx() { viewer }: RequestContext): boolean {
    const isAsking = viewer.kind === 'unready' && viewer.caseworkerId === caseworker.id;
    return caseworker.hasToSetUp || isAsking;
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
    return perhapsDone(await orBusy(() => this.join(input, context)));
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
      return this.openSession(proved, input.oneTimeCode ?? '', context);
    });
  }

  @Mutation(() => Boolean, { description: 'ends the session that asks; true also when there was none' })
  async signOut(@Ctx() { viewer, staffCookie }: RequestContext): Promise<boolean> {
    if ('sessionHash' in viewer) await this.sessions.end(viewer.sessionHash);
    staffCookie.clear();
    return true;
  }

  private async join(
    input: AcceptInvitationInput,
    context: RequestContext,
  ): Promise<Welcome | InvitationRefused | WeakPassword> {
    const invited = await this.invitations.addressOf(input.token);
    if (invited === undefined) return new InvitationRefused();
    const name = tidyLine(input.name);
    const email = (invited ?? input.email ?? '').trim();
    if (name === '' || characterCount(name) > LONGEST_NAME) {
      return new InvitationRefused(
        `Enter your name, with at most ${LONGEST_NAME} characters. The link still works.`,
      );
    }
    if (!looksLikeEmail(email)) {
      return new InvitationRefused('Enter a mail address, like name@example.org. The link still works.');
    }
    const fault = await passwordFault(input.password, { name, email, hasSecondFactor: false });
    if (fault) return new WeakPassword(fault);
    const joined = await this.invitations.accept(
      input.token,
      { name, email, password: input.password },
      context.caller,
    );
    switch (joined) {
      case 'link-spent':
        return new InvitationRefused();
      case 'address-taken':
        // Said only to the holder of a link that works, whom an administrator invited.
        return new InvitationRefused(
          invited === null
            ? 'A colleague uses this address already. Enter another one. The link still works.'
            : 'A colleague uses the address of this invitation already. Sign in with it, or ask an administrator.',
        );
      default:
        return this.desk.welcome(joined, context);
    }
  }

  /** Opens the session in the transaction that uses up the code: where one fails, the other was not. */
  private async openSession(
    { caseworker, privateKey }: { caseworker: CaseworkerEntity; privateKey: Buffer },
    oneTimeCode: string,
    context: RequestContext,
  ): Promise<StaffSession | SignInRefused | OneTimeCodeNeeded | ServiceBusy> {
    const { id, totpSecret } = caseworker;
    if (totpSecret) {
      if (oneTimeCode.trim() === '') return new OneTimeCodeNeeded();
      const wait = this.budgets.take('oneTimeCode', id);
      if (wait) return ServiceBusy.crowded(wait.retryAfterSeconds);
    }
    const opened = await inTransaction(this.dataSource, async (manager) => {
      const held = await this.staff.holdProved(manager, caseworker);
      if (!held) return new SignInRefused();
      // A code is looked at only where its budget was taken: not for a second factor that was set up a moment ago.
      const isTaken =
        !held.totpSecret ||
        (totpSecret !== null && (await this.secondFactor.takes(manager, id, held.totpSecret, oneTimeCode)));
      if (!isTaken) return new OneTimeCodeNeeded();
      this.audit.record(manager, { caseworkerId: id }, AuditAct.SIGNED_IN);
      return this.sessions.open(manager, id, privateKey);
    });
    if (opened instanceof SignInRefused || opened instanceof OneTimeCodeNeeded) return opened;
    context.staffCookie.set(opened.token, opened.endsAt);
    return new StaffSession(toCaseworker(caseworker, opened.hasToSetUp), opened.endsAt);
  }
}

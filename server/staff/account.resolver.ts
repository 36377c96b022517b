import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Budgets, RationedAct } from '../shared/budgets.ts';
import { orBusy } from '../shared/or-busy.ts';
import { ServiceBusy } from '../shared/problem.type.ts';
import { type RequestContext, signedIn } from '../viewer.ts';
import { AcceptResetInput, ChangePasswordInput, RecoverAccountInput } from './account.input.ts';
import type { AccountService } from './account.service.ts';
import {
  AcceptResetResult,
  ChangePasswordResult,
  DrawRecoveryKeyResult,
  LinkOffer,
  PasswordChanged,
  PasswordRefused,
  RecoverAccountResult,
  ResetOutdated,
} from './account.type.ts';
import type { AccountResetService } from './account-reset.service.ts';
import type { InvitationService } from './invitation.service.ts';
import { passwordFault } from './password-policy.ts';
import { perhapsDone } from './perhaps-done.ts';
import { InvitationRefused, WeakPassword, type Welcome } from './staff.type.ts';
import type { WelcomeDesk } from './welcome-desk.ts';

/** What members of staff do with their own account, and how they get back to it. */
@Resolver()
export class AccountResolver {
  constructor(
    private readonly accounts: AccountService,
    private readonly resets: AccountResetService,
    private readonly invitations: InvitationService,
    private readonly desk: WelcomeDesk,
    private readonly budgets: Budgets,
  ) {}

  @Query(() => LinkOffer, {
    nullable: true,
    description: 'what a link of an administrator is for; null when it does not work',
  })
  async linkOffer(
    @Arg('token', () => String, { description: 'from the link, after the #' }) token: string,
  ): Promise<LinkOffer | null> {
    const person = await this.resets.personBehind(token);
    if (person) return new LinkOffer(person.email, true);
    const email = await this.invitations.addressOf(token);
    return email === undefined ? null : new LinkOffer(email, false);
  }

  @Mutation(() => ChangePasswordResult, {
    description: 'Changes the own password. Every other session of the same person ends.',
  })
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'both passwords' }) input: ChangePasswordInput,
    @Ctx() { viewer, caller }: RequestContext,
  ): Promise<typeof ChangePasswordResult> {
    const caseworker = signedIn(viewer);
    const lane = caseworker.caseworkerId;
    const answer = await this.rationed('proveAgain', lane, () =>
      this.accounts.changePassword(caseworker, input, caller),
    );
    if (!(answer instanceof PasswordRefused)) return answer;
    // The answer to an earlier try may have been lost. This is a second guess at a password, so it is rationed as one.
    return this.rationed('proveAgain', lane, async () =>
      (await this.accounts.isPasswordOf(caseworker, input.newPassword, caller))
        ? new PasswordChanged()
        : answer,
    );
  }

  @Mutation(() => DrawRecoveryKeyResult, {
    description: 'Draws another recovery key for oneself; the earlier one stops working.',
  })
  async drawRecoveryKey(
    @Arg('password', () => String, { description: 'the own password' }) password: string,
    @Ctx() { viewer, caller }: RequestContext,
  ): Promise<typeof DrawRecoveryKeyResult> {
    const caseworker = signedIn(viewer);
    return this.rationed('proveAgain', caseworker.caseworkerId, () =>
      this.accounts.drawRecoveryKey(caseworker, password, caller),
    );
  }

  @Mutation(() => RecoverAccountResult, {
    description:
      'Sets another password with the recovery key, and draws another recovery key. Opens no session; a second factor stays.',
  })
  async recoverAccount(
    @Arg('input', () => RecoverAccountInput, { description: 'who asks, and their new password' })
    input: RecoverAccountInput,
    @Ctx() { caller }: RequestContext,
  ): Promise<typeof RecoverAccountResult> {
    return perhapsDone(
      await this.rationed('recoverAccount', caller, () => this.accounts.recover(input, caller)),
    );
  }

  @Mutation(() => AcceptResetResult, {
    description:
      'Begins an account anew with a link of an administrator: another password, another key pair, no second factor. Cases of before stay closed until a colleague grants them.',
  })
  async acceptReset(
    @Arg('input', () => AcceptResetInput, { description: 'the link, and a new password' })
    input: AcceptResetInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AcceptResetResult> {
    return perhapsDone(
      await this.rationed('acceptInvitation', context.caller, () => this.beginAnew(input, context)),
    );
  }

  private async beginAnew(
    { token, password }: AcceptResetInput,
    context: RequestContext,
  ): Promise<Welcome | InvitationRefused | ResetOutdated | WeakPassword> {
    const person = await this.resets.personBehind(token);
    if (!person) return new InvitationRefused();
    const fault = await passwordFault(password, { ...person, hasSecondFactor: false });
    if (fault) return new WeakPassword(fault);
    const begun = await this.resets.accept(token, person.id, password, context.caller);
    if (begun === 'loses-more') return new ResetOutdated();
    return begun ? this.desk.welcome(begun, context) : new InvitationRefused();
  }

  private async rationed<Answer>(
    act: RationedAct,
    lane: string,
    work: () => Promise<Answer>,
  ): Promise<Answer | ServiceBusy> {
    const wait = this.budgets.take(act, lane);
    return wait ? ServiceBusy.crowded(wait.retryAfterSeconds) : orBusy(work);
  }
}

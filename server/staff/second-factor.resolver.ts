import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction.ts';
import type { Budgets } from '../shared/budgets.ts';
import { orBusy } from '../shared/or-busy.ts';
import { ServiceBusy } from '../shared/problem.type.ts';
import { administering, type RequestContext, signedIn, signedInAtAll } from '../viewer.ts';
import { PasswordRefused } from './account.type.ts';
import { isLongEnoughAlone, SHORTEST_PASSWORD } from './password-policy.ts';
import { SwitchOffSecondFactorInput } from './second-factor.input.ts';
import type { SecondFactorService } from './second-factor.service.ts';
import {
  BeginSecondFactorResult,
  ConfirmSecondFactorResult,
  MySecondFactor,
  OneTimeCodeRefused,
  SecondFactorBegun,
  SecondFactorIsOn,
  SecondFactorOff,
  SecondFactorOn,
  SecondFactorPolicy,
  SwitchOffSecondFactorResult,
} from './second-factor.type.ts';
import type { StaffService } from './staff.service.ts';
import { WeakPassword } from './staff.type.ts';

/** Setting up a second factor and switching it off, and whether everybody needs one. */
@Resolver()
export class SecondFactorResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly secondFactor: SecondFactorService,
    private readonly staff: StaffService,
    private readonly budgets: Budgets,
  ) {}

  @Query(() => MySecondFactor, { description: 'how the second factor of one’s own account stands' })
  async mySecondFactor(@Ctx() { viewer }: RequestContext): Promise<MySecondFactor> {
    return this.secondFactor.stateOf(signedInAtAll(viewer).caseworkerId);
  }

  @Mutation(() => BeginSecondFactorResult, {
    description: 'Draws a secret for an authenticator; a later call replaces it.',
  })
  async beginSecondFactor(@Ctx() { viewer }: RequestContext): Promise<typeof BeginSecondFactorResult> {
    const { caseworkerId } = signedInAtAll(viewer);
    return orBusy(async () => {
      const begun = await this.secondFactor.begin(caseworkerId);
      return begun ? new SecondFactorBegun(begun.secret, begun.uri) : new SecondFactorIsOn();
    });
  }

  @Mutation(() => ConfirmSecondFactorResult, {
    description:
      'Switches the second factor on with a code of the secret that was drawn last. Other sessions of the same person end.',
  })
  async confirmSecondFactor(
    @Arg('code', () => String, { description: 'six digits' }) code: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ConfirmSecondFactorResult> {
    const { caseworkerId, sessionHash } = signedInAtAll(viewer);
    const wait = this.budgets.take('oneTimeCode', caseworkerId);
    if (wait) return ServiceBusy.crowded(wait.retryAfterSeconds);
    return orBusy(async () => {
      const codes = await this.secondFactor.confirm(caseworkerId, code, sessionHash);
      return codes ? new SecondFactorOn(codes) : new OneTimeCodeRefused();
    });
  }

  @Mutation(() => SwitchOffSecondFactorResult, {
    description: 'Switches the own second factor off, with the password and a code of it or a recovery code.',
  })
  async switchOffSecondFactor(
    @Arg('input', () => SwitchOffSecondFactorInput, { description: 'what proves who asks' })
    input: SwitchOffSecondFactorInput,
    @Ctx() { viewer, caller }: RequestContext,
  ): Promise<typeof SwitchOffSecondFactorResult> {
    const { caseworkerId } = signedIn(viewer);
    const wait = this.budgets.take('proveAgain', caseworkerId);
    if (wait) return ServiceBusy.crowded(wait.retryAfterSeconds);
    return orBusy(async () => {
      const refused = await this.switchOff(caseworkerId, input, caller);
      return refused ?? new SecondFactorOff(await this.secondFactor.stateOf(caseworkerId));
    });
  }

  @Query(() => SecondFactorPolicy, { description: 'whether everybody needs a second factor' })
  async secondFactorPolicy(@Ctx() { viewer }: RequestContext): Promise<SecondFactorPolicy> {
    administering(viewer);
    return this.secondFactor.policy();
  }

  @Mutation(() => SecondFactorPolicy, {
    description:
      'Chooses whether everybody needs a second factor. Who has none can do nothing but set one up from then on.',
  })
  async needSecondFactor(
    @Arg('isNeeded', () => Boolean, { description: 'whether everybody needs one' }) isNeeded: boolean,
    @Ctx() { viewer }: RequestContext,
  ): Promise<SecondFactorPolicy> {
    const { caseworkerId } = administering(viewer);
    await this.secondFactor.choose(caseworkerId, isNeeded);
    return this.secondFactor.policy();
  }

  /** @returns what stands against it; null once it is off, or was already. */
  private async switchOff(
    caseworkerId: string,
    { password, oneTimeCode }: SwitchOffSecondFactorInput,
    lane: string,
  ): Promise<PasswordRefused | WeakPassword | null> {
    const proved = await this.staff.proveAgain(caseworkerId, password, lane);
    if (!proved) return neitherRight();
    const { totpSecret } = proved.caseworker;
    if (!totpSecret) return null;
    if (!isLongEnoughAlone(password)) {
      return new WeakPassword(
        `Without a second factor a password has at least ${SHORTEST_PASSWORD} characters. Change yours first. Nothing was done.`,
      );
    }
    const isOff = await inTransaction(this.dataSource, async (manager) => {
      const held = await this.staff.holdProved(manager, proved.caseworker);
      // Of the second factor that is on now: another one may have been set up since.
      if (!held?.totpSecret?.equals(totpSecret)) return false;
      if (!(await this.secondFactor.takes(manager, caseworkerId, totpSecret, oneTimeCode))) return false;
      await this.secondFactor.switchOff(manager, caseworkerId);
      return true;
    });
    return isOff ? null : neitherRight();
  }
}

function neitherRight(): PasswordRefused {
  return new PasswordRefused('The password or the code is not right. Nothing was done.');
}

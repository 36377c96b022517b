import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { Caseworker } from '../staff/staff.type.ts';
import { type RequestContext, signedIn } from '../viewer.ts';
import { Case } from './case.type.ts';
import { GrantCaseInput, GrantCasesInput, KeepOutOfCaseInput } from './case-holders.input.ts';
import {
  GrantableColleague,
  GrantCaseResult,
  GrantCasesResult,
  KeepOutOfCaseResult,
} from './case-holders.type.ts';
import type { CaseReadings } from './case-readings.service.ts';
import type { GrantService } from './grant.service.ts';
import type { KeepOutService } from './keep-out.service.ts';

/** Who can open a case, and who never will. */
@Resolver(() => Case)
export class CaseHoldersResolver {
  constructor(
    private readonly grants: GrantService,
    private readonly keepingOut: KeepOutService,
    private readonly readings: CaseReadings,
  ) {}

  @FieldResolver(() => [Caseworker], { description: 'who is kept out of it for good, by name' })
  async keptOut(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<Caseworker[]> {
    return this.readings.of(context).keptOut.load(row.id);
  }

  @FieldResolver(() => [String], {
    description: 'whom the reporter asked to keep out, in the words that they chose; empty where nobody',
  })
  async keptOutByReporter(@Root() { row }: Case, @Ctx() context: RequestContext): Promise<string[]> {
    return this.readings.of(context).keptOutByReporter(row);
  }

  @Query(() => [GrantableColleague], {
    description: 'every other active caseworker, by name, with how many of one’s own cases they cannot open',
  })
  async grantableColleagues(@Ctx() { viewer }: RequestContext): Promise<GrantableColleague[]> {
    return this.grants.colleagues(signedIn(viewer));
  }

  @Mutation(() => GrantCaseResult, { description: 'Lets a colleague open a case that one can open oneself.' })
  async grantCase(
    @Arg('input', () => GrantCaseInput, { description: 'who gets it' }) input: GrantCaseInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof GrantCaseResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.grants.one(caseworker, input));
  }

  @Mutation(() => GrantCasesResult, {
    description:
      'Lets a colleague open up to 100 more of the cases that one can open oneself, the oldest first; called again until none is left. Cases that they are kept out of stay closed.',
  })
  async grantCases(
    @Arg('input', () => GrantCasesInput, { description: 'who gets them' }) input: GrantCasesInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof GrantCasesResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.grants.some(caseworker, input));
  }

  @Mutation(() => KeepOutOfCaseResult, {
    description:
      'Keeps somebody out of a case for good, oneself too. What is written from then on is sealed under a key that they never had.',
  })
  async keepOutOfCase(
    @Arg('input', () => KeepOutOfCaseInput, { description: 'who is kept out' }) input: KeepOutOfCaseInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof KeepOutOfCaseResult> {
    const caseworker = signedIn(viewer);
    return orBusy(() => this.keepingOut.keepOut(caseworker, input));
  }
}

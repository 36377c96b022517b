import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { administering, type RequestContext } from '../viewer.ts';
import { MakeAnalyticsTokenInput } from './analytics-token.input.ts';
import type { AnalyticsTokenService } from './analytics-token.service.ts';
import { AnalyticsToken, MakeAnalyticsTokenResult } from './analytics-token.type.ts';

/** API tokens, in the hands of administrators. */
@Resolver()
export class AnalyticsTokenResolver {
  constructor(private readonly tokens: AnalyticsTokenService) {}

  @Query(() => [AnalyticsToken], {
    description: 'For administrators. Every token there was, the newest first.',
  })
  async analyticsTokens(@Ctx() { viewer }: RequestContext): Promise<AnalyticsToken[]> {
    administering(viewer);
    return this.tokens.all();
  }

  @Mutation(() => MakeAnalyticsTokenResult, {
    description: 'For administrators. Makes a token that reads aggregates; its secret is shown this once.',
  })
  async makeAnalyticsToken(
    @Arg('input', () => MakeAnalyticsTokenInput, { description: 'the token' }) input: MakeAnalyticsTokenInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof MakeAnalyticsTokenResult> {
    const { caseworkerId } = administering(viewer);
    return orBusy(() => this.tokens.create({ caseworkerId }, input));
  }

  @Mutation(() => Boolean, {
    description: 'For administrators. Refuses a token from now on; true also when there was none.',
  })
  async revokeAnalyticsToken(
    @Arg('id', () => ID, { description: 'the token' }) id: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<boolean> {
    const { caseworkerId } = administering(viewer);
    await this.tokens.revoke({ caseworkerId }, id);
    return true;
  }
}

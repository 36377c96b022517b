import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext, signedIn } from '../viewer.ts';
import type { MySettingsService } from './my-settings.service.ts';
import { MySettings } from './my-settings.type.ts';

/** What a member of staff chose for themselves; kept with the account, so that it is there on every device. */
@Resolver()
export class MySettingsResolver {
  constructor(private readonly settings: MySettingsService) {}

  @Query(() => MySettings, { description: 'what one chose for oneself' })
  async mySettings(@Ctx() { viewer }: RequestContext): Promise<MySettings> {
    return this.settings.of(signedIn(viewer).caseworkerId);
  }

  @Mutation(() => MySettings, { description: 'Switches the single-key short cuts on or off for oneself.' })
  async useSingleKeys(
    @Arg('on', () => Boolean, { description: 'whether single keys are short cuts' }) on: boolean,
    @Ctx() { viewer }: RequestContext,
  ): Promise<MySettings> {
    return this.settings.useSingleKeys(signedIn(viewer).caseworkerId, on);
  }

  @Mutation(() => MySettings, { description: 'Switches the notices by mail on or off for oneself.' })
  async useMailNotices(
    @Arg('on', () => Boolean, { description: 'whether one gets them' }) on: boolean,
    @Ctx() { viewer }: RequestContext,
  ): Promise<MySettings> {
    return this.settings.useMailNotices(signedIn(viewer).caseworkerId, on);
  }
}

import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { administering, type RequestContext } from '../viewer.ts';
import type { SettingCheckService } from './setting-check.service.ts';
import { ConfirmSettingResult, SettingConfirmed, SettingToCheck } from './setting-to-check.type.ts';

/** What administrators look at before they tell anybody the portal's address. */
@Resolver()
export class SettingCheckResolver {
  constructor(private readonly checks: SettingCheckService) {}

  @Query(() => [SettingToCheck], {
    description:
      'For administrators. Settings that came with the program and that nobody has changed or confirmed.',
  })
  async settingsToCheck(@Ctx() { viewer }: RequestContext): Promise<SettingToCheck[]> {
    administering(viewer);
    return this.checks.toCheck();
  }

  @Mutation(() => ConfirmSettingResult, {
    description: 'For administrators. Says that a setting is right as it came; twice is the same as once.',
  })
  async confirmSetting(
    @Arg('setting', () => SettingToCheck, { description: 'which one' }) setting: SettingToCheck,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ConfirmSettingResult> {
    const administrator = administering(viewer);
    return orBusy(async () => new SettingConfirmed(await this.checks.confirm(administrator, setting)));
  }
}

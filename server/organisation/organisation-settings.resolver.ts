import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { administering, type RequestContext } from '../viewer.ts';
import type { OrganisationSettingsService } from './organisation-settings.service.ts';
import {
  ChangeOpennessInput,
  ChangeRetentionInput,
  ChangeSupportServicesInput,
  ChangeWordingInput,
} from './settings.input.ts';
import {
  ChangeOpennessResult,
  ChangeRetentionResult,
  ChangeSupportServicesResult,
  ChangeWordingResult,
  Openness,
  RetentionSetting,
  SupportLists,
  Wording,
} from './settings.type.ts';

/** What administrators set: wording, support services, open or closed. */
@Resolver()
export class OrganisationSettingsResolver {
  constructor(private readonly settings: OrganisationSettingsService) {}

  @Query(() => Wording, { description: 'For administrators. Name, languages, addresses and own words.' })
  async wording(@Ctx() { viewer }: RequestContext): Promise<Wording> {
    administering(viewer);
    return this.settings.wording();
  }

  @Query(() => SupportLists, { description: 'For administrators. Support services in every language.' })
  async supportLists(@Ctx() { viewer }: RequestContext): Promise<SupportLists> {
    administering(viewer);
    return this.settings.supportLists();
  }

  @Query(() => Openness, { description: 'For administrators. Whether reports are taken, and why not.' })
  async openness(@Ctx() { viewer }: RequestContext): Promise<Openness> {
    administering(viewer);
    return this.settings.openness();
  }

  @Query(() => RetentionSetting, { description: 'For administrators. For how long closed cases are kept.' })
  async retention(@Ctx() { viewer }: RequestContext): Promise<RetentionSetting> {
    administering(viewer);
    return this.settings.retention();
  }

  @Mutation(() => ChangeRetentionResult, {
    description: 'For administrators. Changes how long closed cases are kept before they are deleted.',
  })
  async changeRetention(
    @Arg('input', () => ChangeRetentionInput, { description: 'how long' }) input: ChangeRetentionInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ChangeRetentionResult> {
    const administrator = administering(viewer);
    return orBusy(() => this.settings.changeRetention(administrator, input));
  }

  @Mutation(() => ChangeWordingResult, { description: 'For administrators. Changes the wording as a whole.' })
  async changeWording(
    @Arg('input', () => ChangeWordingInput, { description: 'the wording' }) input: ChangeWordingInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ChangeWordingResult> {
    const administrator = administering(viewer);
    return orBusy(() => this.settings.changeWording(administrator, input));
  }

  @Mutation(() => ChangeSupportServicesResult, {
    description: 'For administrators. Changes the support services of every language as a whole.',
  })
  async changeSupportServices(
    @Arg('input', () => ChangeSupportServicesInput, { description: 'the services' })
    input: ChangeSupportServicesInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ChangeSupportServicesResult> {
    const administrator = administering(viewer);
    return orBusy(() => this.settings.changeSupportServices(administrator, input));
  }

  @Mutation(() => ChangeOpennessResult, {
    description: 'For administrators. Opens or closes the service for reports; codes go on working.',
  })
  async changeOpenness(
    @Arg('input', () => ChangeOpennessInput, { description: 'open or closed, and why' })
    input: ChangeOpennessInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ChangeOpennessResult> {
    const administrator = administering(viewer);
    return orBusy(() => this.settings.changeOpenness(administrator, input));
  }
}

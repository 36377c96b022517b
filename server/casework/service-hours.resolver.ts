import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { ChangeServiceHoursResult, ServiceHours } from '../organisation/service-hours.type.ts';
import type { DeadlineService } from '../reports/deadline.service.ts';
import { orBusy } from '../shared/or-busy.ts';
import { administering, type RequestContext, signedIn } from '../viewer.ts';

import { ChangeServiceHoursInput } from './service-hours.input.ts';

/** When somebody is there to answer. Open deadlines follow a change. */
@Resolver()
export class ServiceHoursResolver {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly deadlines: DeadlineService,
  ) {}

  @Query(() => ServiceHours, { description: 'when somebody is there to answer, and within how long' })
  async serviceHours(@Ctx() { viewer }: RequestContext): Promise<ServiceHours> {
    signedIn(viewer);
    return this.organisations.serviceHours();
  }

  @Mutation(() => ChangeServiceHoursResult, {
    description: 'For administrators. Changes the hours as a whole, and moves open deadlines with them.',
  })
  async changeServiceHours(
    @Arg('input', () => ChangeServiceHoursInput, { description: 'the hours' })
    input: ChangeServiceHoursInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ChangeServiceHoursResult> {
    const administrator = administering(viewer);
    return orBusy(() => this.deadlines.changeServiceHours(administrator, input));
  }
}

import { FieldResolver, Resolver } from 'type-graphql';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import { Organisation } from '../organisation/organisation.type.ts';
import type { StaffService } from './staff.service.ts';

/** Adds to `Organisation` what only the staff room knows. */
@Resolver(() => Organisation)
export class AcceptsReportsResolver {
  constructor(
    private readonly staff: StaffService,
    private readonly organisations: OrganisationService,
  ) {}

  @FieldResolver(() => Boolean, {
    description: 'false while nobody could read a report, or an administrator closed the service',
  })
  async acceptsReports(): Promise<boolean> {
    return (await this.organisations.settings()).isOpen && (await this.staff.acceptsReports());
  }
}

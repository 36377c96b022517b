import { FieldResolver, Resolver } from 'type-graphql';
import { Organisation } from '../organisation/organisation.type.ts';
import type { StaffService } from './staff.service.ts';

/** Adds to `Organisation` what only the staff room knows. */
@Resolver(() => Organisation)
export class AcceptsReportsResolver {
  constructor(private readonly staff: StaffService) {}

  @FieldResolver(() => Boolean, {
    description: 'false while nobody could read a report: it is not open yet',
  })
  acceptsReports(): Promise<boolean> {
    return this.staff.acceptsReports();
  }
}

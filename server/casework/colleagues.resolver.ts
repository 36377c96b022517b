import { Arg, Ctx, ID, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { StaffService } from '../staff/staff.service.ts';
import { Caseworker } from '../staff/staff.type.ts';
import { type RequestContext, signedIn } from '../viewer.ts';
import { type CaseOpening, COLLEAGUES_ON_CASE } from './colleagues-on-case.service.ts';

/** Who else works here, and who has the same case open. Reporters are never part of either. */
@Resolver()
export class ColleaguesResolver {
  constructor(private readonly staff: StaffService) {}

  @Query(() => [Caseworker], { description: 'active caseworkers, oneself included, by name' })
  async colleagues(@Ctx() { viewer }: RequestContext): Promise<Caseworker[]> {
    signedIn(viewer);
    return this.staff.activeCaseworkers();
  }

  @Subscription(() => [Caseworker], {
    description:
      'The other members of staff who have this case open: at once, and whenever somebody comes or goes. Whoever listens is listed to the others. Ends where one holds no key to the case, or none any more.',
    topics: COLLEAGUES_ON_CASE,
    topicId: ({ context, args }: { context: RequestContext; args: { caseId: string } }): CaseOpening => ({
      caseworker: signedIn(context.viewer),
      caseId: args.caseId,
    }),
  })
  colleaguesOnCase(
    @Root() colleagues: Caseworker[],
    @Arg('caseId', () => ID, { description: 'the case' }) _caseId: string,
  ): Caseworker[] {
    return colleagues;
  }
}

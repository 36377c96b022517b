import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { administering, type RequestContext } from '../viewer.ts';
import type { AccountResetService } from './account-reset.service.ts';
import { ChangeRolesInput, LOSING } from './people.input.ts';
import type { PeopleService } from './people.service.ts';
import { Person, PersonChangeResult, ResetPersonResult } from './person.type.ts';

/** Who works here, for administrators. */
@Resolver()
export class PeopleResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly resets: AccountResetService,
  ) {}

  @Query(() => [Person], { name: 'people', description: 'everybody who works here, by name' })
  async everybody(@Ctx() { viewer }: RequestContext): Promise<Person[]> {
    administering(viewer);
    return this.people.all();
  }

  @Mutation(() => PersonChangeResult, {
    description:
      'Gives somebody these roles and takes all others. Their sessions end where that is a change.',
  })
  async changeRoles(
    @Arg('input', () => ChangeRolesInput, { description: 'who, and which roles' }) input: ChangeRolesInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof PersonChangeResult> {
    const { caseworkerId } = administering(viewer);
    return orBusy(() =>
      this.people.changeRoles({ by: caseworkerId, id: input.id, losing: input.losing }, input.roles),
    );
  }

  @Mutation(() => PersonChangeResult, {
    description: 'Switches somebody off: their sessions end, and they hold no key to any case any more.',
  })
  async disablePerson(
    @Arg('id', () => ID, { description: 'who' }) id: string,
    @Arg('losing', () => Int, { defaultValue: 0, description: LOSING }) losing: number,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof PersonChangeResult> {
    const { caseworkerId } = administering(viewer);
    return orBusy(() => this.people.disable({ by: caseworkerId, id, losing }));
  }

  @Mutation(() => PersonChangeResult, {
    description: 'Removes somebody for good. Their name stays with what they wrote.',
  })
  async removePerson(
    @Arg('id', () => ID, { description: 'who' }) id: string,
    @Arg('losing', () => Int, { defaultValue: 0, description: LOSING }) losing: number,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof PersonChangeResult> {
    const { caseworkerId } = administering(viewer);
    return orBusy(() => this.people.remove({ by: caseworkerId, id, losing }));
  }

  @Mutation(() => ResetPersonResult, {
    description:
      'Draws a link with which somebody begins anew, also who was switched off. An earlier one stops working.',
  })
  async resetPerson(
    @Arg('id', () => ID, { description: 'who' }) id: string,
    @Arg('losing', () => Int, { defaultValue: 0, description: LOSING }) losing: number,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof ResetPersonResult> {
    const { caseworkerId } = administering(viewer);
    return orBusy(() => this.resets.draw({ by: caseworkerId, id, losing }));
  }
}

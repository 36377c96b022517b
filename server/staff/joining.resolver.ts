import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { orBusy } from '../shared/or-busy.ts';
import { administering, type RequestContext } from '../viewer.ts';
import { InvitePersonInput } from './invitation.input.ts';
import { DrawInvitationAgainResult, Invitation, InvitePersonResult } from './invitation.type.ts';
import type { InvitationListService } from './invitation-list.service.ts';
import { SaveTeamInput } from './team.input.ts';
import type { TeamService } from './team.service.ts';
import { SaveTeamResult, Team } from './team.type.ts';

/** Inviting people, and the teams they are put into, for administrators. */
@Resolver()
export class JoiningResolver {
  constructor(
    private readonly invitationList: InvitationListService,
    private readonly teamList: TeamService,
  ) {}

  @Query(() => [Invitation], { description: 'invitations that nobody has accepted yet, by address' })
  async invitations(@Ctx() { viewer }: RequestContext): Promise<Invitation[]> {
    administering(viewer);
    return this.invitationList.open();
  }

  @Mutation(() => InvitePersonResult, {
    description: 'Draws a link that makes somebody a member of staff, once.',
  })
  async invitePerson(
    @Arg('input', () => InvitePersonInput, { description: 'whom to invite' }) input: InvitePersonInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof InvitePersonResult> {
    const { caseworkerId } = administering(viewer);
    return orBusy(() => this.invitationList.invite(caseworkerId, input));
  }

  @Mutation(() => DrawInvitationAgainResult, {
    description: 'Draws another link for an invitation; the earlier one stops working.',
  })
  async drawInvitationAgain(
    @Arg('id', () => ID, { description: 'the invitation' }) id: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof DrawInvitationAgainResult> {
    const { caseworkerId } = administering(viewer);
    return orBusy(() => this.invitationList.drawAgain(caseworkerId, id));
  }

  @Mutation(() => Boolean, { description: 'Takes an invitation back; true also when there was none.' })
  async revokeInvitation(
    @Arg('id', () => ID, { description: 'the invitation' }) id: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<boolean> {
    const { caseworkerId } = administering(viewer);
    await this.invitationList.revoke(caseworkerId, id);
    return true;
  }

  @Query(() => [Team], { description: 'all teams, by name' })
  async teams(@Ctx() { viewer }: RequestContext): Promise<Team[]> {
    administering(viewer);
    return this.teamList.all();
  }

  @Mutation(() => SaveTeamResult, { description: 'Makes a team, or changes the one with this id.' })
  async saveTeam(
    @Arg('input', () => SaveTeamInput, { description: 'the team' }) input: SaveTeamInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<typeof SaveTeamResult> {
    const { caseworkerId } = administering(viewer);
    return orBusy(() => this.teamList.save(caseworkerId, input));
  }

  @Mutation(() => Boolean, { description: 'Deletes a team; the people stay. True also when there was none.' })
  async deleteTeam(
    @Arg('id', () => ID, { description: 'the team' }) id: string,
    @Ctx() { viewer }: RequestContext,
  ): Promise<boolean> {
    const { caseworkerId } = administering(viewer);
    await this.teamList.delete(caseworkerId, id);
    return true;
  }
}

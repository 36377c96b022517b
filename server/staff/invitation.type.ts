import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';
import { StaffRole } from './staff-role.type.ts';

/** An invitation that nobody has accepted yet. */
@ObjectType({ description: 'An invitation that nobody has accepted yet.' })
export class Invitation {
  @Field(() => ID, { description: 'a UUID that its maker drew' })
  readonly id!: string;

  @Field(() => String, { description: 'whom it is for' })
  readonly email!: string;

  @Field(() => [StaffRole], { description: 'what whoever accepts it may do' })
  readonly roles!: StaffRole[];

  @Field(() => Date, { description: 'until when its link works' })
  readonly worksUntil!: Date;

  @Field(() => ID, { nullable: true, description: 'the team that whoever accepts it is put into' })
  readonly team!: string | null;
}

/** A link that makes somebody a member of staff, once. */
@ObjectType({ description: 'A link that makes somebody a member of staff, once.' })
export class InvitationDrawn {
  @Field(() => Invitation, { description: 'the invitation' })
  readonly invitation: Invitation;

  @Field(() => String, {
    description: 'shown once; the link is the address of the dashboard, /welcome# and this',
  })
  readonly token: string;

  constructor(invitation: Invitation, token: string) {
    this.invitation = invitation;
    this.token = token;
  }
}

/** Nothing was done; the message says why. */
@ObjectType({ implements: Problem, description: 'Nobody was invited; the message says why.' })
export class InvalidInvitation extends Problem {}

/** It was accepted, taken back, or never was. */
@ObjectType({ implements: Problem, description: 'It was accepted or taken back meanwhile, or never was.' })
export class InvitationNotFound extends Problem {
  constructor() {
    super('This invitation was accepted or taken back meanwhile.');
  }
}

/** What `invitePerson` answers. */
export const InvitePersonResult = createUnionType({
  name: 'InvitePersonResult',
  description: 'What came of inviting somebody.',
  types: () => [InvitationDrawn, InvalidInvitation, ServiceBusy] as const,
});

/** What `drawInvitationAgain` answers. */
export const DrawInvitationAgainResult = createUnionType({
  name: 'DrawInvitationAgainResult',
  description: 'What came of drawing another link for an invitation.',
  types: () => [InvitationDrawn, InvitationNotFound, ServiceBusy] as const,
});

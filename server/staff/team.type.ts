import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { ChangedMeanwhile } from '../organisation/settings.type.ts';
import { Problem, ServiceBusy } from '../shared/problem.type.ts';

/** People under one name. It opens nothing: keys are held by people. */
@ObjectType({ description: 'People under one name. It opens nothing: keys are held by people.' })
export class Team {
  @Field(() => ID, { description: 'a UUID that its maker drew' })
  readonly id!: string;

  @Field(() => String, { description: 'its name, which no other team has' })
  readonly name!: string;

  @Field(() => [ID], { description: 'who is in it, by the ids of people' })
  readonly members!: string[];

  @Field(() => String, { description: 'names this state; `saveTeam` takes it' })
  readonly version!: string;
}

/** The team stands as it was sent. */
@ObjectType({ description: 'The team stands as it was sent.' })
export class TeamSaved {
  @Field(() => Team, { description: 'the team' })
  readonly team: Team;

  constructor(team: Team) {
    this.team = team;
  }
}

/** Nothing was stored; the message says why. */
@ObjectType({ implements: Problem, description: 'The team was not stored; the message says why.' })
export class InvalidTeam extends Problem {}

/** What `saveTeam` answers. */
export const SaveTeamResult = createUnionType({
  name: 'SaveTeamResult',
  description: 'What came of making or changing a team.',
  types: () => [TeamSaved, InvalidTeam, ChangedMeanwhile, ServiceBusy] as const,
});

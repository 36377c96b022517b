import { graphql } from '../../shared/graphql.ts';

/** Teams, and who could be in them. */
export const TeamsPageQuery = graphql(`
  query TeamsPage {
    teams {
      id
      version
      name
      members
    }
    people {
      id
      name
      state
    }
  }
`);

/** Makes a team, or changes it. */
export const SaveTeam = graphql(`
  mutation SaveTeam($input: SaveTeamInput!) {
    saveTeam(input: $input) {
      __typename
      ... on InvalidTeam {
        refusal: message
      }
      ... on ChangedMeanwhile {
        refusal: message
      }
      ... on ServiceBusy {
        refusal: message
      }
    }
  }
`);

/** Deletes a team; the people stay. */
export const DeleteTeam = graphql(`
  mutation DeleteTeam($id: ID!) {
    deleteTeam(id: $id)
  }
`);

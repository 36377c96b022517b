import { graphql } from '../../shared/graphql.ts';

/** Everything that the page of people shows. */
export const PeoplePageQuery = graphql(`
  query PeoplePage {
    people {
      id
      name
      email
      roles
      state
      hasSecondFactor
    }
    invitations {
      id
      email
      roles
      worksUntil
    }
    secondFactorPolicy {
      isNeeded
    }
  }
`);

/** Invites somebody. */
export const InvitePerson = graphql(`
  mutation InvitePerson($input: InvitePersonInput!) {
    invitePerson(input: $input) {
      __typename
      ... on InvitationDrawn {
        token
      }
      ... on InvalidInvitation {
        message
      }
      ... on ServiceBusy {
        message
      }
    }
  }
`);

/** Draws another link for an invitation. */
export const DrawInvitationAgain = graphql(`
  mutation DrawInvitationAgain($id: ID!) {
    drawInvitationAgain(id: $id) {
      __typename
      ... on InvitationDrawn {
        token
      }
      ... on InvitationNotFound {
        message
      }
      ... on ServiceBusy {
        message
      }
    }
  }
`);

/** Takes an invitation back. */
export const RevokeInvitation = graphql(`
  mutation RevokeInvitation($id: ID!) {
    revokeInvitation(id: $id)
  }
`);

/** Chooses whether everybody needs a second factor. */
export const NeedSecondFactor = graphql(`
  mutation NeedSecondFactor($isNeeded: Boolean!) {
    needSecondFactor(isNeeded: $isNeeded) {
      isNeeded
    }
  }
`);

/** Gives somebody other roles. */
export const ChangeRoles = graphql(`
  mutation ChangeRoles($input: ChangeRolesInput!) {
    changeRoles(input: $input) {
      __typename
      ... on PersonChanged {
        warning
      }
      ... on CasesWouldBeLost {
        count
      }
      ... on Problem {
        message
      }
    }
  }
`);

/** Switches somebody off. */
export const DisablePerson = graphql(`
  mutation DisablePerson($id: ID!, $losing: Int!) {
    disablePerson(id: $id, losing: $losing) {
      __typename
      ... on PersonChanged {
        warning
      }
      ... on CasesWouldBeLost {
        count
      }
      ... on Problem {
        message
      }
    }
  }
`);

/** Removes somebody for good. */
export const RemovePerson = graphql(`
  mutation RemovePerson($id: ID!, $losing: Int!) {
    removePerson(id: $id, losing: $losing) {
      __typename
      ... on PersonChanged {
        warning
      }
      ... on CasesWouldBeLost {
        count
      }
      ... on Problem {
        message
      }
    }
  }
`);

/** Draws a link with which somebody begins anew. */
export const ResetPerson = graphql(`
  mutation ResetPerson($id: ID!, $losing: Int!) {
    resetPerson(id: $id, losing: $losing) {
      __typename
      ... on ResetDrawn {
        token
      }
      ... on CasesWouldBeLost {
        count
      }
      ... on Problem {
        message
      }
    }
  }
`);

import { graphql } from '../../shared/graphql.ts';

/** Who is signed in, as the session needs it. */
export const Session_caseworker = graphql(`
  fragment Session_caseworker on Caseworker {
    id
    name
    email
    roles
    mustSetUpSecondFactor
  }
`);

/** Whose session the cookie proves; null without one. */
export const MeQuery = graphql(
  `
    query Me {
      me {
        ...Session_caseworker
      }
    }
  `,
  [Session_caseworker],
);

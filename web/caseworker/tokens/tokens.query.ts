import { graphql } from '../../shared/graphql.ts';

/** Every API token there was, the newest first. */
export const ApiTokensQuery = graphql(`
  query ApiTokens {
    analyticsTokens {
      id
      name
      madeAt
      expiresAt
      revokedAt
      lastQueryAt
    }
  }
`);

/** Makes a token; its secret is in the answer and nowhere else. */
export const MakeApiToken = graphql(`
  mutation MakeApiToken($input: MakeAnalyticsTokenInput!) {
    makeAnalyticsToken(input: $input) {
      __typename
      ... on AnalyticsTokenMade {
        secret
      }
      ... on InvalidAnalyticsToken {
        refusal: message
      }
    }
  }
`);

/** Refuses a token from now on. */
export const RevokeApiToken = graphql(`
  mutation RevokeApiToken($id: ID!) {
    revokeAnalyticsToken(id: $id)
  }
`);

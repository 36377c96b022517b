import { graphql } from '../../shared/graphql.ts';

/** How the second factor of one's own account stands. */
export const MySecondFactorQuery = graphql(`
  query MySecondFactor {
    mySecondFactor {
      isOn
      isNeeded
      recoveryCodesLeft
    }
  }
`);

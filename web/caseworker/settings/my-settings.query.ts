import { graphql } from '../../shared/graphql.ts';

/** What this member of staff chose for themselves. */
export const MySettingsQuery = graphql(`
  query MySettings {
    mySettings {
      singleKeys
      mailNotices
      sendsMail
    }
  }
`);

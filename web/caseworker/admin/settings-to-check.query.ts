import { graphql } from '../../shared/graphql.ts';

/** What an administrator should look at before anybody reports. */
export const SettingsToCheckQuery = graphql(`
  query SettingsToCheck {
    settingsToCheck
    people {
      id
      roles
      state
    }
  }
`);

/** Whether there is something of the kind. */
export const AnySettingsToCheckQuery = graphql(`
  query AnySettingsToCheck {
    settingsToCheck
  }
`);

/** Says that a setting is right as it came. */
export const ConfirmSetting = graphql(`
  mutation ConfirmSetting($setting: SettingToCheck!) {
    confirmSetting(setting: $setting) {
      __typename
      ... on ServiceBusy {
        message
      }
    }
  }
`);

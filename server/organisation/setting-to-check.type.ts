import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { ServiceBusy } from '../shared/problem.type.ts';

/** A setting that comes with the program, made for the United Kingdom, and has to be right where it is used. */
export enum SettingToCheck {
  WORDING = 'WORDING',
  SUPPORT_SERVICES = 'SUPPORT_SERVICES',
  REPLY_TIMES = 'REPLY_TIMES',
}

registerEnumType(SettingToCheck, {
  name: 'SettingToCheck',
  description: 'A setting that comes with the program, and that nobody has changed or confirmed yet.',
  valuesConfig: {
    WORDING: { description: 'the name of the portal, its languages, and whom to call in danger' },
    SUPPORT_SERVICES: { description: 'whom people can turn to' },
    REPLY_TIMES: { description: 'when somebody is there to answer, and how soon' },
  },
});

/** The setting is right as it is. */
@ObjectType({ description: 'The setting is right as it is.' })
export class SettingConfirmed {
  @Field(() => [SettingToCheck], { description: 'those that nobody has changed or confirmed yet' })
  readonly settingsToCheck: SettingToCheck[];

  constructor(settingsToCheck: SettingToCheck[]) {
    this.settingsToCheck = settingsToCheck;
  }
}

/** What `confirmSetting` answers. */
export const ConfirmSettingResult = createUnionType({
  name: 'ConfirmSettingResult',
  description: 'What came of confirming a setting.',
  types: () => [SettingConfirmed, ServiceBusy] as const,
});

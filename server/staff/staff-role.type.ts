import { registerEnumType } from 'type-graphql';

/** What a member of staff may do; one person may hold both. */
export enum StaffRole {
  CASEWORKER = 'CASEWORKER',
  ADMINISTRATOR = 'ADMINISTRATOR',
}

registerEnumType(StaffRole, {
  name: 'StaffRole',
  description: 'What a member of staff may do. One person may hold both.',
  valuesConfig: {
    CASEWORKER: {
      description: 'reads and answers the reports that they hold a key for',
    },
    ADMINISTRATOR: {
      description: 'runs the installation; reads no report by this role alone',
    },
  },
});

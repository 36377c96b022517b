import { registerEnumType } from 'type-graphql';

/** Where the work on a case stands. */
export enum CaseStatus {
  NEW = 'NEW',
  OPEN = 'OPEN',
  WAITING_FOR_REPORTER = 'WAITING_FOR_REPORTER',
  ON_HOLD = 'ON_HOLD',
  CLOSED = 'CLOSED',
}

registerEnumType(CaseStatus, {
  name: 'CaseStatus',
  description: 'Where the work on a case stands.',
  valuesConfig: {
    NEW: { description: 'nobody has answered or triaged it yet' },
    OPEN: { description: 'being worked on' },
    WAITING_FOR_REPORTER: { description: 'the reporter was asked something' },
    ON_HOLD: { description: 'waits for something that is not the reporter' },
    CLOSED: { description: 'the work is over' },
  },
});

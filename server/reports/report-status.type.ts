import { registerEnumType } from 'type-graphql';

/** Where a report stands, as its reporter is told. */
export enum ReportStatus {
  RECEIVED = 'RECEIVED',
  IN_PROGRESS = 'IN_PROGRESS',
  CLOSED = 'CLOSED',
}

registerEnumType(ReportStatus, {
  name: 'ReportStatus',
  description: 'Where a report stands, as its reporter is told.',
  valuesConfig: {
    RECEIVED: { description: 'it has arrived' },
    IN_PROGRESS: { description: 'somebody works on it' },
    CLOSED: { description: 'the work on it is over' },
  },
});

import { CaseStatus } from './case-status.type.ts';
import { ReportStatus } from './report-status.type.ts';

/** What a reporter is told of a case's status: no inner workings, and nothing about who waits for whom. */
export function reportStatusOf(status: CaseStatus): ReportStatus {
  switch (status) {
    case CaseStatus.NEW:
      return ReportStatus.RECEIVED;
    case CaseStatus.OPEN:
    case CaseStatus.WAITING_FOR_REPORTER:
    case CaseStatus.ON_HOLD:
      return ReportStatus.IN_PROGRESS;
    case CaseStatus.CLOSED:
      return ReportStatus.CLOSED;
  }
}

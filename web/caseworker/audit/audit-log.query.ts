import { graphql } from '../../shared/graphql.ts';

/** The end of the log, and who stands in it. */
export const AuditHeadQuery = graphql(`
  query AuditHead {
    auditHead {
      position
      hash
    }
    auditPeople {
      id
      name
    }
  }
`);

/** One page of the log. */
export const AuditLogQuery = graphql(`
  query AuditLog($before: Int, $filter: AuditLogFilter) {
    auditLog(first: 50, before: $before, filter: $filter) {
      next
      entries {
        position
        at
        actor
        personName
        act
        isOnCase
        caseId
        caseNumber
        object
        details {
          name
          value
        }
      }
    }
  }
`);

/** Whether the log is as it was written. */
export const CheckAuditLogQuery = graphql(`
  query CheckAuditLog($noted: String) {
    checkAuditLog(noted: $noted) {
      entries
      fault
      position
    }
  }
`);

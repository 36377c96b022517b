import type { AuditEntry } from './use-audit-log.ts';

type AuditAct = NonNullable<AuditEntry['act']>;

/** Every act that somebody can filter by; the compiler names one that is left out. */
const ACTS: Readonly<Record<AuditAct, true>> = {
  SIGNED_IN: true,
  JOINED: true,
  PERSON_INVITED: true,
  INVITATION_WITHDRAWN: true,
  PERSON_CHANGED: true,
  PERSON_SWITCHED_OFF: true,
  PERSON_SWITCHED_ON: true,
  PERSON_REMOVED: true,
  TEAM_CHANGED: true,
  PASSWORD_CHANGED: true,
  PASSWORD_RESET: true,
  SECOND_FACTOR_ADDED: true,
  SECOND_FACTOR_REMOVED: true,
  SIGN_IN_POLICY_CHANGED: true,
  KEY_GRANTED: true,
  KEPT_OUT: true,
  LET_IN: true,
  REPLIED: true,
  NOTE_ADDED: true,
  ASSIGNED: true,
  UNASSIGNED: true,
  HANDED_OVER: true,
  STATUS_CHANGED: true,
  LABELLED: true,
  UNLABELLED: true,
  EXPORTED: true,
  DELETION_ASKED: true,
  DELETION_REFUSED: true,
  DELETION_WITHDRAWN: true,
  CASE_DELETED: true,
  RETENTION_EXTENDED: true,
  RETENTION_CHANGED: true,
  TEMPLATE_SAVED: true,
  TEMPLATE_DELETED: true,
  SERVICE_HOURS_CHANGED: true,
  ORGANISATION_CHANGED: true,
  WORDING_CHANGED: true,
  SUPPORT_SERVICES_CHANGED: true,
  SUBMISSIONS_SWITCHED: true,
  LABELS_CHANGED: true,
  QUESTIONS_PUBLISHED: true,
  API_TOKEN_MADE: true,
  API_TOKEN_ENDED: true,
  STATISTICS_CHANGED: true,
};

/** Every act, in the order in which it is offered. */
export const AUDIT_ACTS = Object.keys(ACTS) as readonly AuditAct[];

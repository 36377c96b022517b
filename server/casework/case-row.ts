import type { CaseStatus } from '../reports/case-status.type.ts';
import type { Day } from '../shared/day.ts';

/** A case as one caseworker's list reads it: no sealed body, and the wrap made for that caseworker. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly received_on: Day;
  readonly status: CaseStatus;
  readonly locale: string;
  readonly questionnaire_version_id: string;
  readonly messaging: boolean;
  readonly assignee_id: string | null;
  readonly reply_due_by: Day | null;
  readonly case_key_wrap: Buffer;
  /** The last reporter message this caseworker has opened; null before the case was opened. */
  readonly read_seq: number | null;
  readonly conversation_id: string | null;
  /** 0 where there is no conversation or no message. */
  readonly last_reporter_seq: number;
  /** 0 where nobody replied. */
  readonly last_reply_seq: number;
  /** Whether anything can still be written in the conversation; false where there is none. */
  readonly is_open: boolean;
  readonly closed_on: Day | null;
  /** The keys of the case under a key derived from this caseworker's private key; null until it was opened once. */
  readonly fast_wrap: Buffer | null;
}

/** Columns of a `CaseRow`, from `case_wrap w`, `case_file f` and `conversation c`. */
export const CASE_COLUMNS = `f.id, f.number, f.received_on, f.status, f.locale, f.questionnaire_version_id, f.messaging,
  f.assignee_id, f.reply_due_by, f.closed_on, w.case_key_wrap, w.fast_wrap, w.read_seq, c.id AS conversation_id,
  COALESCE(c.last_reporter_seq, 0) AS last_reporter_seq, COALESCE(c.last_reply_seq, 0) AS last_reply_seq,
  COALESCE(c.is_open, false) AS is_open`;

/** The tables of a `CaseRow`. Starts from the wraps of one caseworker: whoever has none finds no trace of a case. */
export const CASE_TABLES = `case_wrap w JOIN case_file f ON f.id = w.case_id LEFT JOIN conversation c ON c.case_id = f.id`;

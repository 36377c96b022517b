import { CaseStatus } from '../reports/case-status.type.ts';

/** A change of status that somebody wants. */
export interface WantedChange {
  readonly from: CaseStatus;
  readonly to: CaseStatus;
  /** Tidied; empty where none was given. */
  readonly reason: string;
  /** Whether the reporter can still write: they opted in, and the conversation was not closed for good. */
  readonly canHearFromReporter: boolean;
}

/**
 * Says what stands against a change of status, in a sentence; null where nothing does.
 *
 * A case is new once. Between open, waiting and on hold it goes freely; closing needs a reason, and what is closed can
 * only be opened again.
 */
export function whyNot({ from, to, reason, canHearFromReporter }: WantedChange): string | null {
  if (to === from) return 'The case has this status already.';
  if (to === CaseStatus.NEW) return 'A case that was worked on does not become new again.';
  if (from === CaseStatus.CLOSED && to !== CaseStatus.OPEN)
    return 'This case is closed. Open it again first.';
  if (to === CaseStatus.CLOSED && reason === '') return 'Say why the case is closed. It is still open.';
  if (to === CaseStatus.WAITING_FOR_REPORTER && !canHearFromReporter) {
    return 'This reporter cannot write back, so there is nothing to wait for.';
  }
  return null;
}

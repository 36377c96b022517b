import { AuditCheckService, type AuditFinding } from '../audit/audit-check.service.ts';
import { AuditFault } from '../audit/audit-check.type.ts';
import { AuditLogService } from '../audit/audit-log.service.ts';
import { ProgressBar } from '../shared/progress-bar.ts';
import type { Installation } from './installation.ts';

const WHAT: Readonly<Record<AuditFault, string>> = {
  [AuditFault.CHANGED]: 'something of this entry is not as it was written',
  [AuditFault.MISSING]: 'an entry is not there any more',
  [AuditFault.MOVED]: 'another entry stands here: the order was changed',
  [AuditFault.ADDED]: 'an entry stands here that the chain does not lead to',
  [AuditFault.CUT]: 'the log ends too early, or never reaches the hash that was noted',
};

/** What `verify-audit` has to say. */
export interface AuditVerdict {
  readonly isWhole: boolean;
  readonly lines: readonly string[];
}

/**
 * Walks along the audit log.
 *
 * @param noted the beginning of a hash that the log once ended with; null: none was noted.
 * @param progress where one sees how far it is.
 */
export async function verifyAudit(
  { dataSource, secrets }: Installation,
  noted: Buffer | null,
  progress: { write(text: string): unknown; readonly isTTY?: boolean },
): Promise<AuditVerdict> {
  let bar: ProgressBar | null = null;
  const finding = await new AuditCheckService(dataSource, secrets).check(noted, (done, all) => {
    if (all === 0) return;
    bar ??= new ProgressBar('Checking the audit log', all, progress);
    bar.show(Math.min(done, all));
  });
  const { position, hash } = await new AuditLogService(dataSource).head();
  return { isWhole: finding.fault === null, lines: linesOf(finding, `${position} ${hash}`) };
}

function linesOf({ entries, fault, position }: AuditFinding, end: string): string[] {
  if (fault !== null)
    return [`The audit log is not as it was written. Position ${position}: ${WHAT[fault]}.`];
  return [`The audit log is as it was written: ${entries} entries.`, `It ends now at ${end}`];
}

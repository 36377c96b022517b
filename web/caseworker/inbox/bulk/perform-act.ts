import { assertNever } from '../../../shared/assert-never.ts';
import type { CaseActs } from '../../case/work/case-acts.ts';
import type { PerformAct } from './bulk-run.ts';

/** Does one case of a bulk by the same mutation that its page would send. */
export function performWith(acts: CaseActs): PerformAct {
  return (act, { caseId, lastSeq, idempotencyKey }) => {
    switch (act.kind) {
      case 'assign':
        return acts.assign({ caseId, idempotencyKey, caseworkerId: act.to?.id ?? null });
      case 'status':
        return acts.changeStatus({
          caseId,
          idempotencyKey,
          to: act.to,
          reason: act.reason,
          afterSeq: lastSeq,
        });
      case 'label':
        return acts.setLabels({
          caseId,
          add: act.isOn ? [act.label.id] : [],
          remove: act.isOn ? [] : [act.label.id],
        });
      default:
        return assertNever(act);
    }
  };
}

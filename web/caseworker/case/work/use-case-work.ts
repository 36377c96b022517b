import { useApolloClient } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { useDashboard } from '../../app/dashboard.ts';
import type { MessageId } from '../../messages/intl.ts';
import { newIdempotencyKey } from '../../service/idempotency-key.ts';
import { useStore } from '../../service/store.ts';
import type { ActOutcome } from './act-outcome.ts';
import { type CaseActs, caseActs } from './case-acts.ts';
import type { CaseMove } from './statuses.ts';

/** Somebody whom a case can be given to. */
export interface Assignable {
  readonly id: string;
  readonly name: string;
}

/** What the page says after an act. */
export interface SaidAfterAct {
  readonly outcome: ActOutcome;
  readonly done: MessageId;
  readonly name: string;
}

/** The acts on one case, as its page does them, and what came of the last one. */
export interface CaseWork {
  readonly said: SaidAfterAct | null;
  readonly isBusy: boolean;
  readonly ownId: string;
  assign(to: Assignable | null): void;
  /** @returns whether it was done. */
  moveTo(status: CaseMove, reason: string | null): Promise<boolean>;
  label(change: { readonly add: string[]; readonly remove: string[] }): void;
  readonly handOver: CaseActs['handOver'];
  handedOver(to: string): void;
}

/** Does acts on a case, one at a time. @param shownSeq place of the last message that the page shows, 0 for none. */
export function useCaseWork(caseId: string, shownSeq: number): CaseWork {
  const acts = useCaseActs();
  const ownId = useOwnId();
  const [said, setSaid] = useState<SaidAfterAct | null>(null);
  const [isBusy, setBusy] = useState(false);

  const act = async (done: MessageId, name: string, perform: () => Promise<ActOutcome>) => {
    if (isBusy) return false;
    setBusy(true);
    setSaid(null);
    const outcome = await perform();
    setBusy(false);
    setSaid({ outcome, done, name });
    return outcome.kind === 'done';
  };

  return {
    said,
    isBusy,
    ownId,
    assign: (to) =>
      void act(to === null ? 'act.done.unassigned' : 'act.done.assigned', to?.name ?? '', () =>
        acts.assign({ caseId, caseworkerId: to?.id ?? null, idempotencyKey: newIdempotencyKey() }),
      ),
    moveTo: (to, reason) =>
      act('act.done.status', '', () =>
        acts.changeStatus({
          caseId,
          to,
          reason,
          afterSeq: shownSeq,
          idempotencyKey: newIdempotencyKey(),
        }),
      ),
    label: (change) => void act('act.done.labels', '', () => acts.setLabels({ caseId, ...change })),
    handOver: acts.handOver,
    handedOver: (name) => setSaid({ outcome: { kind: 'done' }, done: 'act.done.handedOver', name }),
  };
}

/** The acts, sent by the client of the page. */
export function useCaseActs(): CaseActs {
  const client = useApolloClient();
  return useMemo(() => caseActs(client), [client]);
}

/** The id of whoever is signed in. */
export function useOwnId(): string {
  const state = useStore(useDashboard().session);
  return 'caseworker' in state ? state.caseworker.id : '';
}

import type { EntityManager } from 'typeorm';
import type { CaseEpochService } from '../access/case-epoch.service.ts';
import type { CaseWrapService } from '../access/case-wrap.service.ts';
import type { IdempotencyService } from '../access/idempotency.service.ts';
import type { WakeUp } from '../database/wake-up.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CaseFileService } from '../reports/case-file.service.ts';
import type { Day } from '../shared/day.ts';
import type { KeyReused } from '../shared/problem.type.ts';
import { isUuid } from '../shared/uuid.ts';
import type { StaffService } from '../staff/staff.service.ts';
import type { Caseworker } from '../viewer.ts';
import type { CaseActService } from './case-act.service.ts';
import { CaseActKind } from './case-act.type.ts';
import type { CaseExclusions } from './case-exclusion.service.ts';
import type { KeepOutOfCaseInput } from './case-holders.input.ts';
import { KeptOutOfCase, NobodyElseCanOpen, NoSuchColleague } from './case-holders.type.ts';
import { CaseNotFound } from './case-problems.type.ts';
import type { InboxService } from './inbox.service.ts';

type Refused = NobodyElseCanOpen | NoSuchColleague | CaseNotFound;
type Outcome = KeptOutOfCase | Refused | KeyReused;

/** What keeping out is built from. */
export interface KeepOutParts {
  readonly wakeUp: WakeUp;
  readonly organisations: OrganisationService;
  readonly idempotency: IdempotencyService;
  readonly wraps: CaseWrapService;
  readonly epochs: CaseEpochService;
  readonly staff: StaffService;
  readonly exclusions: CaseExclusions;
  readonly caseFiles: CaseFileService;
  readonly inbox: InboxService;
  readonly acts: CaseActService;
}

/** Keeps people out of a case for good: a colleague, or oneself. */
export class KeepOutService {
  constructor(private readonly parts: KeepOutParts) {}

  /** Keeps somebody out. Whoever keeps themselves out can be answered again with the same key, and with nothing else. */
  async keepOut(caseworker: Caseworker, input: KeepOutOfCaseInput): Promise<Outcome> {
    const { idempotency, organisations, staff, inbox, wakeUp } = this.parts;
    const caseId = input.caseId.toLowerCase();
    const who = input.caseworkerId.toLowerCase();
    const scope = `keepOutOfCase ${caseworker.caseworkerId}`;
    const write = idempotency.digest(scope, input.idempotencyKey, [caseId, who]);
    const again = () => idempotency.replay<object, typeof DONE>(write, () => DONE);
    const earlier = await again();
    // Read outside the transaction, which may hold the last connection of the pool.
    const today = await organisations.today();
    const isKnown = isUuid(who) && (await staff.byIds([who])).length > 0;
    const attempted =
      earlier ??
      (await idempotency.once<object, typeof DONE | Refused>(
        write,
        today,
        (manager, claim) => this.attempt(manager, claim, caseworker, caseId, { who, isKnown }, today),
        () => DONE,
      ));
    // Two of the same at once: the first has taken the case from whoever asks, so the other did not find it.
    const outcome = attempted instanceof CaseNotFound ? ((await again()) ?? attempted) : attempted;
    if (outcome !== DONE) return outcome;
    wakeUp.notify();
    return new KeptOutOfCase(caseId, await inbox.find(caseworker, caseId));
  }

  private async attempt(
    manager: EntityManager,
    claim: (answer: object) => void,
    caseworker: Caseworker,
    caseId: string,
    { who, isKnown }: { readonly who: string; readonly isKnown: boolean },
    today: Day,
  ): Promise<typeof DONE | Refused> {
    const { epochs, wraps, staff, exclusions, caseFiles, acts } = this.parts;
    await epochs.change(manager);
    if (!isUuid(caseId) || !(await wraps.hold(manager, caseworker, caseId))) return new CaseNotFound();
    if (!isKnown) return new NoSuchColleague();
    const others = (await staff.keyHoldersOf(manager, [caseId])).filter(({ id }) => id !== who);
    if (others.length === 0) return new NobodyElseCanOpen();
    claim({});
    if (!(await exclusions.add(manager, [caseId], who))) return DONE;
    await epochs.takeFrom(manager, who, [caseId]);
    await caseFiles.withdraw(manager, who, [caseId], today);
    await acts.record(manager, caseworker, caseId, CaseActKind.KEPT_OUT, { assigneeId: who });
    return DONE;
  }
}

const DONE = Symbol('done');

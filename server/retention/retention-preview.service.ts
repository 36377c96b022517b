import type { OrganisationService } from '../organisation/organisation.service.ts';
import { addDays } from '../shared/day.ts';
import type { DueCases } from './due-cases.service.ts';
import type { RetentionPreview } from './retention.type.ts';

/** How far ahead is looked, in days. */
const AHEAD = 30;

const MOST_SHOWN = 100;

/** Numbers of cases that one cannot open are told from here on, and to the nearest of these. */
const THRESHOLD = 10;
const STEP = 5;

/** Shows an administrator what a time would delete, and nothing of cases that are not theirs to open. */
export class RetentionPreviewService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly dueCases: DueCases,
  ) {}

  /** What is deleted within 30 days if cases are kept for so many days. */
  async of(caseworkerId: string, days: number): Promise<RetentionPreview> {
    const through = addDays(await this.organisations.today(), AHEAD);
    const [own, others] = await Promise.all([
      this.dueCases.heldBy(caseworkerId, { day: through, days, atMost: MOST_SHOWN }),
      this.dueCases.countNotHeldBy(caseworkerId, through, days),
    ]);
    return {
      through,
      count: own.count,
      // An exact number would tell somebody who is kept out of a case that there is one more.
      others: others < THRESHOLD ? null : Math.round(others / STEP) * STEP,
      cases: own.cases.map(({ id, number, endedOn, deletesOn, isKeptBack }) => ({
        caseId: id,
        caseNumber: number,
        closedOn: endedOn,
        deletesOn,
        isKeptBack,
      })),
    };
  }
}

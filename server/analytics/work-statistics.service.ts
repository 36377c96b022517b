import type { ReleasedService } from './released.service.ts';
import { rounded } from './small-numbers.ts';
import type { StatisticsFilter } from './statistics.input.ts';
import type { Bucket } from './statistics.type.ts';
import { QuestionRefused } from './statistics-question.ts';
import { addedUp, buckets, toldTotal } from './told-counts.ts';
import {
  type BacklogTable,
  type MessagingUseTable,
  WorkAge,
  type WorkFlowTable,
} from './work-statistics.type.ts';

/** Answers what may be asked about the work on reports. */
export class WorkStatisticsService {
  constructor(private readonly released: ReleasedService) {}

  /** Open work by age, when the last month was closed. */
  async backlog(): Promise<BacklogTable> {
    const { threshold, dataThrough, closedOn } = await this.released.reach();
    const parts = await this.released.parts(['BACKLOG'], [`${dataThrough.slice(0, 7)}-01`]);
    const rows = Object.values(WorkAge).map((age) => {
      const count = parts.find(({ labels }) => labels[0] === age)?.count ?? null;
      return { age, count, suppressed: count === null };
    });
    return { rows, asOf: closedOn, threshold };
  }

  /** What came in and what was closed. */
  async flow(bucket: Bucket, where: StatisticsFilter): Promise<WorkFlowTable> {
    if (where.category) throw new QuestionRefused();
    const months = await this.released.months(where.from, where.to);
    const parts = await this.released.parts(['REPORTS', 'CLOSED'], months);
    const { threshold, dataThrough } = await this.released.reach();
    const closings = parts.filter(({ subject }) => subject === 'CLOSED');
    const rows = [...buckets(months, bucket)].map(([period, own]) => {
      const received = toldTotal(parts, own, null);
      const closed = addedUp(closings, own, null);
      return {
        period,
        received: received === null ? null : rounded(received),
        closed,
        suppressed: received === null || closed === null,
      };
    });
    return { rows, threshold, dataThrough };
  }

  /** Whether messaging is used. */
  async messagingUse(bucket: Bucket, where: StatisticsFilter): Promise<MessagingUseTable> {
    if (where.category) throw new QuestionRefused();
    const months = await this.released.months(where.from, where.to);
    const parts = await this.released.parts(['REPORTS', 'MESSAGING', 'WROTE'], months);
    const { threshold, dataThrough } = await this.released.reach();
    const yes = (subject: string) =>
      parts.filter(
        (part) => part.subject === subject && part.labels.length === 1 && part.labels[0] === 'true',
      );
    const rows = [...buckets(months, bucket)].map(([period, own]) => {
      const numbers = [
        toldTotal(parts, own, null),
        addedUp(yes('MESSAGING'), own, null),
        addedUp(yes('WROTE'), own, null),
      ].map((count) => (count === null ? null : rounded(count)));
      const [reports = null, optedIn = null, wroteAgain = null] = numbers;
      return { period, reports, optedIn, wroteAgain, suppressed: numbers.includes(null) };
    });
    return { rows, threshold, dataThrough };
  }
}

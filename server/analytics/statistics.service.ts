import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { CountableQuestion, QuestionnaireService } from '../questionnaire/questionnaire.service.ts';
import { CaseStatus } from '../reports/case-status.type.ts';
import { type CountedSubject, countRows, partSubjects, questionSubject } from './count-rows.ts';
import type { ReleasedService } from './released.service.ts';
import { replyShare } from './reply-share.ts';
import { rounded } from './small-numbers.ts';
import type { StatisticsFilter } from './statistics.input.ts';
import {
  Bucket,
  type CountTable,
  Dimension,
  type ReplyTimeTable,
  type StatisticsMeta,
} from './statistics.type.ts';
import { COMBINATIONS, QuestionRefused, splitOf } from './statistics-question.ts';
import { addedUp, buckets, byMonth, toldTotal } from './told-counts.ts';

/** Most rows of one answer. */
const MOST_ROWS = 10_000;

/** Answers what may be asked about reports. */
export class StatisticsService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly questionnaires: QuestionnaireService,
    private readonly released: ReleasedService,
  ) {}

  /** What may be asked. */
  async meta(): Promise<StatisticsMeta> {
    const { threshold, dataFrom, dataThrough } = await this.released.reach();
    const countedQuestions = (await this.questionnaires.countable(null)).map(({ choices, ...question }) => ({
      ...question,
      choices: choices
        .filter(({ isExclusive }) => question.isOneChoice || !isExclusive)
        .map(({ id, text }) => ({ id, text })),
    }));
    return {
      dimensions: Object.values(Dimension),
      questions: countedQuestions.map(({ id }) => id),
      threshold,
      dataFrom,
      dataThrough,
      combinations: COMBINATIONS.map((dimensions) => ({ dimensions: [...dimensions] })),
      countedQuestions,
    };
  }

  /** @throws {QuestionRefused} the question is none of those that are answered. */
  async counts(
    by: readonly Dimension[],
    bucket: Bucket,
    where: StatisticsFilter,
    question: string | null,
  ): Promise<CountTable> {
    const { byPeriod, byRoute, subject } = splitOf(by);
    if ((subject === Dimension.ANSWER) !== (question !== null)) throw new QuestionRefused();
    const only = where.category ? new Set(where.category) : null;
    const isByCategory = subject === Dimension.CATEGORY;
    if (only && !isByCategory && (subject !== null || only.size !== 1)) throw new QuestionRefused();
    const dimension = only ? Dimension.CATEGORY : subject;
    const counted = await this.subjectOf(dimension, question);
    const months = await this.released.months(where.from, where.to);
    const parts = await this.released.parts(partSubjects(counted), months);
    const touching = byMonth(parts);
    const periods = byPeriod ? [...buckets(months, bucket)] : [[null, months] as const];
    const rows = periods.flatMap(([period, own]) =>
      countRows(touching(own), counted, own, byRoute, { period, dimension: subject, only }),
    );
    if (rows.length > MOST_ROWS) throw new QuestionRefused();
    const total = only === null && months.length > 0 ? toldTotal(parts, months, null) : null;
    const { threshold, dataThrough } = await this.released.reach();
    return { rows, total: total === null ? null : rounded(total), threshold, dataThrough };
  }

  /** @throws {QuestionRefused} reply times are told by period only. */
  async replyTimes(
    by: readonly Dimension[],
    bucket: Bucket,
    where: StatisticsFilter,
  ): Promise<ReplyTimeTable> {
    const isKnown = by.length === 0 || (by.length === 1 && by[0] === Dimension.PERIOD);
    if (!isKnown || where.category) throw new QuestionRefused();
    const months = await this.released.months(where.from, where.to);
    const parts = await this.released.parts(['MESSAGING', 'REPLY'], months);
    const hours = await this.organisations.hoursOfWorkingDay();
    const wanted = parts.filter(
      ({ subject, labels }) => subject === 'MESSAGING' && labels.length === 1 && labels[0] === 'true',
    );
    const periods = by.length === 1 ? [...buckets(months, bucket)] : [[null, months] as const];
    const rows = periods.map(([period, own]) => {
      const share = replyShare(parts, own.length > 0 ? addedUp(wanted, own, null) : null, own);
      const inHours = (days: number | null) => (days === null ? null : days * hours);
      const row = {
        count: share.count === null ? null : rounded(share.count),
        medianWorkingHours: inHours(share.medianDays),
        p90WorkingHours: inHours(share.p90Days),
        withinTarget: share.withinTarget === null ? null : Math.round(share.withinTarget * 100) / 100,
      };
      return { period, category: null, ...row, suppressed: Object.values(row).includes(null) };
    });
    const { threshold, dataThrough } = await this.released.reach();
    return { rows, threshold, dataThrough };
  }

  private async subjectOf(dimension: Dimension | null, question: string | null): Promise<CountedSubject> {
    switch (dimension) {
      case Dimension.STATUS:
        return { kind: 'shared', subject: 'STATUS', labels: Object.values(CaseStatus) };
      case Dimension.LOCALE:
        return { kind: 'shared', subject: 'LOCALE', labels: (await this.organisations.settings()).locales };
      case Dimension.MESSAGING:
        return { kind: 'shared', subject: 'MESSAGING', labels: ['true', 'false'] };
      case Dimension.CATEGORY:
        return this.questionOf((each) => each.isCategory);
      case Dimension.ANSWER:
        return this.questionOf((each) => each.id === question);
      default:
        return { kind: 'all' };
    }
  }

  private async questionOf(isWanted: (question: CountableQuestion) => boolean): Promise<CountedSubject> {
    const found = (await this.questionnaires.countable(null)).find(isWanted);
    if (!found) throw new QuestionRefused();
    return questionSubject(found.id, found.isOneChoice, found.choices);
  }
}

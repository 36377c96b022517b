import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { QuestionnaireService } from '../questionnaire/questionnaire.service.ts';
import type { ReleasedService } from './released.service.ts';
import type { StatisticsService } from './statistics.service.ts';
import { Bucket, Dimension } from './statistics.type.ts';
import type { StoredNumber, YearlyFigures } from './yearly-figures.ts';

/** Works out what can be told of a year, from nothing but answers that every analyst gets. */
export class YearlyFiguresService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly questionnaires: QuestionnaireService,
    private readonly released: ReleasedService,
    private readonly statistics: StatisticsService,
  ) {}

  /** The years of which every month that was counted is closed, the latest first. */
  async closedYears(): Promise<number[]> {
    const { dataFrom, dataThrough } = await this.released.reach();
    const first = Number(dataFrom.slice(0, 4));
    const last = Number(dataThrough.slice(0, 4)) - (dataThrough.endsWith('-12-31') ? 0 : 1);
    return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => last - index);
  }

  /** Null where the year is not closed, or holds too few reports to tell anything. */
  async of(year: number): Promise<YearlyFigures | null> {
    if (!(await this.closedYears()).includes(year)) return null;
    const where = { from: `${year}-01-01`, to: `${year}-12-31` };
    const { PERIOD, ROUTE } = Dimension;
    const quarters = await this.statistics.counts([PERIOD], Bucket.QUARTER, where, null);
    const routes = await this.statistics.counts([ROUTE], Bucket.YEAR, where, null);
    const replies = await this.statistics.replyTimes([], Bucket.YEAR, where);
    const { dataFrom, threshold } = await this.released.reach();
    const figures = {
      countedFrom: dataFrom.startsWith(`${year}-`) ? dataFrom : where.from,
      threshold,
      total: quarters.total,
      quarters: quarters.rows.map(({ period, count }) => ({ label: period ?? '', texts: null, count })),
      categories: await this.categories(where),
      routes: routes.rows.map(({ route, count }) => ({ label: route ?? '', texts: null, count })),
      wantedMessages: replies.rows[0]?.count ?? null,
      repliedInTime: replies.rows[0]?.withinTarget ?? null,
    };
    const numbers = [...figures.quarters, ...figures.categories, ...figures.routes];
    return figures.total === null && numbers.every(({ count }) => count === null) ? null : figures;
  }

  private async categories(where: { from: string; to: string }): Promise<StoredNumber[]> {
    const question = (await this.questionnaires.countable(null)).find(({ isCategory }) => isCategory);
    if (!question) return [];
    const { rows } = await this.statistics.counts([Dimension.CATEGORY], Bucket.YEAR, where, null);
    const texts = await this.choiceTexts(question.id);
    return rows.map(({ category, count }) => ({
      label: category ?? '',
      texts: texts.get(category ?? '') ?? null,
      count,
    }));
  }

  /** The words of each choice, by language. */
  private async choiceTexts(questionId: string): Promise<Map<string, Record<string, string>>> {
    const texts = new Map<string, Record<string, string>>();
    for (const locale of (await this.organisations.settings()).locales) {
      const asked = await this.questionnaires.askedIn(locale);
      const question = asked.questions.find(({ id }) => id === questionId);
      if (question?.locale !== locale) continue;
      for (const { id, text } of question.choices) {
        texts.set(id, { ...texts.get(id), [locale]: text });
      }
    }
    return texts;
  }
}

import type { EntityManager } from 'typeorm';
import type { Statement } from '../database/transaction.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { QuestionnaireService } from '../questionnaire/questionnaire.service.ts';
import type { CountedReport, ReportCounter } from '../reports/report-counter.type.ts';
import type { TallyService } from './tally.service.ts';
import type { CountedAnswer } from './tally.ts';

/** Turns reports into coded facts, and counts those. */
export class ReportCountingService implements ReportCounter {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly questionnaires: QuestionnaireService,
    private readonly tallies: TallyService,
  ) {}

  async prepare(report: CountedReport): Promise<(manager: EntityManager) => Promise<Statement>> {
    const { locales } = await this.organisations.settings();
    const questions = await this.questionnaires.countable(report.questionnaireVersion);
    const answers = questions.map(({ id, isOneChoice, choices }): CountedAnswer => {
      const answer = report.answers.find(({ question }) => question === id);
      const given = answer?.choices ?? [];
      // A choice that excludes all others would tell how few are left for those.
      const counted = isOneChoice ? choices : choices.filter(({ isExclusive }) => !isExclusive);
      const offered = counted.map((choice) => choice.id);
      return {
        question: id,
        isOneChoice,
        offered,
        given: given.filter((choice) => offered.includes(choice)),
      };
    });
    return (manager) =>
      this.tallies.counting(manager, report.receivedOn, {
        route: report.hasContactDetails ? 'CONTACT_DETAILS' : 'ANONYMOUS',
        locale: report.locale,
        locales,
        messaging: report.messaging,
        answers,
      });
  }
}

import type { DataSource } from 'typeorm';
import type { Answer } from '../questionnaire/answer.type.ts';
import type { QuestionnaireService } from '../questionnaire/questionnaire.service.ts';
import type { Reporter } from '../viewer.ts';
import { openAnswers } from './case-bodies.ts';
import { CaseFileEntity } from './case-file.entity.ts';
import type { ReadersService } from './readers.service.ts';
import type { Report } from './report.type.ts';
import { reportStatusOf } from './report-status.ts';

/** Reports, as their reporters may read them. */
export class ReportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly questionnaires: QuestionnaireService,
    private readonly readers: ReadersService,
  ) {}

  /** The report whose session this is, or null when it was deleted meanwhile. */
  async of(reporter: Reporter): Promise<Report | null> {
    const caseFile = await this.dataSource.manager.findOneBy(CaseFileEntity, {
      id: reporter.caseId,
    });
    if (!caseFile) return null;
    return {
      submittedOn: caseFile.receivedOn,
      status: reportStatusOf(caseFile.status),
      hasReader: await this.readers.haveCase(caseFile.id),
      reporter,
      caseFile,
    };
  }

  /** What the reporter answered, with the questions as they were asked. */
  async answers({ reporter, caseFile }: Report): Promise<Answer[]> {
    const answers = openAnswers(caseFile.sealedAnswers, reporter.caseKeys, caseFile.id);
    return this.questionnaires.readable(caseFile.questionnaireVersionId, caseFile.locale, answers);
  }
}

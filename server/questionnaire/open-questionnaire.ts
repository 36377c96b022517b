import type { DataSource } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { QuestionnaireService } from './questionnaire.service.ts';
import { QuestionnaireDraftResolver } from './questionnaire-draft.resolver.ts';
import { QuestionnaireDraftService } from './questionnaire-draft.service.ts';
import { QuestionnaireVersionResolver } from './questionnaire-version.resolver.ts';
import { QuestionnaireVersionsService } from './questionnaire-versions.service.ts';

/** Builds what administrators change the questions with, once. @returns resolvers of the staff door. */
export function openQuestionnaireEditing(
  dataSource: DataSource,
  organisations: OrganisationService,
  questionnaires: QuestionnaireService,
  audit: AuditService,
): readonly object[] {
  const versions = new QuestionnaireVersionsService(dataSource);
  const drafts = new QuestionnaireDraftService(dataSource, organisations, questionnaires, versions, audit);
  return [
    new QuestionnaireDraftResolver(drafts, organisations),
    new QuestionnaireVersionResolver(versions, organisations),
  ];
}

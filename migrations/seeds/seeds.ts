import { seedDeployment } from './0001-deployment.seed.ts';
import { seedOrganisation } from './0002-organisation.seed.ts';
import { seedStaff } from './0003-staff.seed.ts';
import { seedQuestionnaire } from './0004-questionnaire.seed.ts';
import { seedCaseFile } from './0005-case-file.seed.ts';
import { seedConversation } from './0006-conversation.seed.ts';
import { seedIdempotency } from './0007-idempotency.seed.ts';
import type { Seed } from './seed.ts';

/** The seed of every migration, by the `name` of its class; a migration without one fails its test. */
export const seeds: Readonly<Record<string, Seed>> = {
  Deployment1700000000001: seedDeployment,
  Organisation1700000000002: seedOrganisation,
  Staff1700000000003: seedStaff,
  Questionnaire1700000000004: seedQuestionnaire,
  CaseFile1700000000005: seedCaseFile,
  Conversation1700000000006: seedConversation,
  Idempotency1700000000007: seedIdempotency,
};

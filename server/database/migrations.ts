import type { MigrationInterface } from 'typeorm';
import { Deployment1700000000001 } from '../../migrations/0001-deployment.ts';
import { Organisation1700000000002 } from '../../migrations/0002-organisation.ts';
import { Staff1700000000003 } from '../../migrations/0003-staff.ts';
import { Questionnaire1700000000004 } from '../../migrations/0004-questionnaire.ts';
import { CaseFile1700000000005 } from '../../migrations/0005-case-file.ts';
import { Conversation1700000000006 } from '../../migrations/0006-conversation.ts';
import { Idempotency1700000000007 } from '../../migrations/0007-idempotency.ts';

/**
 * Every migration, oldest first. The last 13 digits of a class name are how TypeORM orders them; they end in the
 * number of the file.
 */
export const migrations: readonly (new () => MigrationInterface)[] = [
  Deployment1700000000001,
  Organisation1700000000002,
  Staff1700000000003,
  Questionnaire1700000000004,
  CaseFile1700000000005,
  Conversation1700000000006,
  Idempotency1700000000007,
];

import { randomUUID } from 'node:crypto';
import type { GraphQLClient, Outcome } from '../../testing/graphql-client.ts';
import {
  PUBLISH_QUESTIONNAIRE,
  QUESTIONNAIRE_DRAFT,
  SAVE_QUESTIONNAIRE,
} from '../../testing/questionnaire-operations.ts';

/** One question of a draft. */
export interface Question {
  readonly id: string;
  readonly text: readonly { locale: string; text: string }[];
  readonly [part: string]: unknown;
}
/** The questions that are being changed, as an administrator gets them. */
export interface Draft {
  readonly revision: string;
  readonly isChanged: boolean;
  readonly savedBy: string | null;
  readonly questions: readonly Question[];
  readonly faults: readonly { reason: string }[];
  readonly namingRisks: readonly object[];
}

export const draftOf = async (client: GraphQLClient) =>
  (await client.data<{ questionnaireDraft: Draft }>(QUESTIONNAIRE_DRAFT)).questionnaireDraft;
export const en = (text: string) => [{ locale: 'en', text }];
export const monthQuestion = (change: object = {}) => ({
  id: randomUUID(),
  kind: 'MONTH',
  text: en('When?'),
  ...change,
});
export const save = (
  client: GraphQLClient,
  basedOn: string,
  questions: readonly object[],
  revision = randomUUID(),
) => client.outcome(SAVE_QUESTIONNAIRE, { input: { basedOn, revision, questions } });
export const publish = (client: GraphQLClient, revision: unknown) =>
  client.outcome(PUBLISH_QUESTIONNAIRE, { revision });
export const revisionIn = (saved: Outcome) => (saved['draft'] as Draft).revision;

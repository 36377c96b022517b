import type { GraphQLClient } from '../../testing/graphql-client.ts';

export const RETENTION = '{ retention { version days shortest longest noticeDays } }';

export const CHANGE_RETENTION = `mutation($input: ChangeRetentionInput!) { changeRetention(input: $input) {
  __typename ... on RetentionChanged { retention { version days } } ... on Problem { message }
  ... on InvalidSettings { faults { field message } } } }`;

export const PREVIEW = `query($days: Int!) { retentionPreview(days: $days) { through count others
  cases { caseId caseNumber closedOn deletesOn isKeptBack } } }`;

export const MARK_READ = 'mutation($id: ID!, $seq: Int!) { markCaseRead(caseId: $id, upToSeq: $seq) }';

/** Has closed cases kept for so many days. */
export async function keepFor(administrator: GraphQLClient, days: number): Promise<void> {
  const { retention } = await administrator.data<{ retention: { version: string } }>(RETENTION);
  await administrator.outcome(CHANGE_RETENTION, { input: { version: retention.version, days } });
}

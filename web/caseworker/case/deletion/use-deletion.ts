import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql, type VariablesOf } from '../../../shared/graphql.ts';
import { useDashboard } from '../../app/dashboard.ts';
import { failureOf } from '../../service/failure.ts';
import { newIdempotencyKey } from '../../service/idempotency-key.ts';

const AskForDeletion = graphql(`
  mutation AskForDeletion($input: AskForDeletionInput!) {
    askForDeletion(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

const ConfirmDeletion = graphql(`
  mutation ConfirmDeletion($input: ConfirmDeletionInput!) {
    confirmDeletion(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

const CancelDeletion = graphql(`
  mutation CancelDeletion($id: ID!) {
    cancelDeletion(caseId: $id) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

/** Why a case is deleted. */
export type DeletionPurpose = VariablesOf<typeof AskForDeletion>['input']['purpose'];

/** What came of an act: the case waits or stays, it is gone, or what stands against it in a sentence. */
export type DeletionOutcome = 'done' | 'deleted' | { readonly problem: string };

/** Asks for a deletion, confirms it, or takes it off; never throws. */
export function useDeletion(caseId: string): {
  readonly isBusy: boolean;
  readonly ask: (purpose: DeletionPurpose) => Promise<DeletionOutcome>;
  readonly confirm: () => Promise<DeletionOutcome>;
  readonly cancel: () => Promise<DeletionOutcome>;
} {
  const client = useApolloClient();
  const { partings } = useDashboard();
  const intl = useIntl();
  const [isBusy, setBusy] = useState(false);
  // One for each of the two: whoever presses again after a lost answer hears the same.
  const [keys] = useState(() => ({ ask: newIdempotencyKey(), confirm: newIdempotencyKey() }));

  const outcomeOf = (result: { readonly __typename: string; readonly message?: string } | undefined) => {
    if (result === undefined) return { problem: intl.formatMessage({ id: 'failure.service' }) };
    if (result.__typename === 'CaseDeleted') return 'deleted' as const;
    return result.message === undefined ? ('done' as const) : { problem: result.message };
  };
  const acting = (act: () => Promise<DeletionOutcome>): Promise<DeletionOutcome> =>
    partings.follow(caseId, trying(act), (outcome) => outcome === 'deleted');
  const trying = async (act: () => Promise<DeletionOutcome>): Promise<DeletionOutcome> => {
    setBusy(true);
    try {
      return await act();
    } catch (error) {
      return { problem: intl.formatMessage({ id: `failure.${failureOf(error)}` }) };
    } finally {
      setBusy(false);
    }
  };

  return {
    isBusy,
    ask: (purpose) =>
      acting(async () => {
        const input = { caseId, purpose, idempotencyKey: `${keys.ask}-${purpose}` };
        const { data } = await client.mutate({ mutation: AskForDeletion, variables: { input } });
        return outcomeOf(data?.askForDeletion);
      }),
    confirm: () =>
      acting(async () => {
        const input = { caseId, idempotencyKey: keys.confirm };
        const { data } = await client.mutate({ mutation: ConfirmDeletion, variables: { input } });
        return outcomeOf(data?.confirmDeletion);
      }),
    cancel: () =>
      acting(async () => {
        const { data } = await client.mutate({ mutation: CancelDeletion, variables: { id: caseId } });
        return outcomeOf(data?.cancelDeletion);
      }),
  };
}

import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { type Failure, failureOf } from '../service/failure.ts';
import { useRetryAfterSignIn } from '../session/use-retry-after-sign-in.ts';

/** What a page of the administration reads before it can show anything. */
export interface PageData<Data> {
  /** `undefined` until the first answer. While it is read for other variables, what was there before. */
  readonly data: Data | undefined;
  /** Why there is nothing to show; the end of a session is told elsewhere. */
  readonly failure: Failure | null;
  /** How often it was read anew: as a key it lets a form begin again from what is stored now. */
  readonly round: number;
  /** Reads it anew. Never throws. */
  again(): Promise<void>;
}

/** Reads it at each visit, and once more where it did not come because the session had ended. */
export function usePageData<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  ...[variables]: Record<string, never> extends Variables ? [] : [Variables]
): PageData<Data> {
  const { data, previousData, error, refetch } = useQuery<Data, OperationVariables>(query, {
    variables: variables ?? {},
    fetchPolicy: 'no-cache',
  });
  const [round, setRound] = useState(0);
  const again = () =>
    refetch().then(
      () => setRound((last) => last + 1),
      () => undefined,
    );
  useRetryAfterSignIn(error !== undefined, () => void again());

  const shown = (data ?? previousData) as Data | undefined;
  const failure = shown === undefined && error !== undefined ? failureOf(error) : null;
  return { data: shown, failure: failure === 'session-ended' ? null : failure, round, again };
}

import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useDashboard } from '../app/dashboard.ts';
import { type Failure, failureOf } from './failure.ts';

/** The answer to an act, or why there is none. */
export type ActAnswer<Data> =
  | { readonly data: Data; readonly failure: null }
  | { readonly data: null; readonly failure: Failure };

/** Asks for one act. The function never throws, and nothing of it is kept in the cache: passwords and keys pass by. */
export function useAct<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
): (variables: Variables) => Promise<ActAnswer<Data>> {
  const { client } = useDashboard();
  return async (variables) => {
    try {
      const { data } = await client.mutate({ mutation, variables, fetchPolicy: 'no-cache' });
      return data === undefined || data === null
        ? { data: null, failure: 'service' }
        : { data: data as Data, failure: null };
    } catch (error) {
      return { data: null, failure: failureOf(error) };
    }
  };
}

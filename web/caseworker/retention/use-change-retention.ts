import { useMutation } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { assertNever } from '../../shared/assert-never.ts';
import type { VariablesOf } from '../../shared/graphql.ts';
import { failureOf } from '../service/failure.ts';
import type { Fault } from '../ui/ErrorSummary.tsx';
import { ChangeRetention } from './retention.query.ts';

/** What came of it: what is set from now on, or what stands against it. */
export type Change =
  | { readonly version: string; readonly days: number | null }
  | { readonly faults: readonly Fault[]; readonly isOutdated: boolean };

type Input = VariablesOf<typeof ChangeRetention>['input'];

/** Keeps closed cases for another time; never throws. @param field id of the field for the days. */
export function useChangeRetention(field: string): (input: Input) => Promise<Change> {
  const intl = useIntl();
  const [change] = useMutation(ChangeRetention, { fetchPolicy: 'no-cache' });
  const refused = (text: string, isOutdated = false): Change => ({
    faults: [{ field: null, text }],
    isOutdated,
  });

  return async (input) => {
    try {
      const { data } = await change({ variables: { input } });
      const result = data?.changeRetention;
      switch (result?.__typename) {
        case 'RetentionChanged':
          return result.retention;
        case 'InvalidSettings':
          return {
            faults: result.faults.map(({ message }) => ({ field, text: message })),
            isOutdated: false,
          };
        case 'ChangedMeanwhile':
          return refused(result.refusal, true);
        case 'ServiceBusy':
        case undefined:
          return refused(intl.formatMessage({ id: 'failure.service' }));
        default:
          return assertNever(result);
      }
    } catch (error) {
      return refused(intl.formatMessage({ id: `failure.${failureOf(error)}` }));
    }
  };
}

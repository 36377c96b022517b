import { useMutation } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { assertNever } from '../../shared/assert-never.ts';
import type { VariablesOf } from '../../shared/graphql.ts';
import { failureOf } from '../service/failure.ts';
import type { Fault } from '../ui/ErrorSummary.tsx';
import { ChangeOpenness } from './openness.query.ts';

/** What came of it: the version from now on, or what stands against it. */
export type Change =
  | { readonly version: string; readonly isOpen: boolean }
  | { readonly faults: readonly Fault[]; readonly isOutdated: boolean };

type Input = VariablesOf<typeof ChangeOpenness>['input'];

/** Opens or closes the service; never throws. */
export function useChangeOpenness(): (input: Input) => Promise<Change> {
  const intl = useIntl();
  const [change] = useMutation(ChangeOpenness, { fetchPolicy: 'no-cache' });
  const refused = (text: string, isOutdated = false): Change => ({
    faults: [{ field: null, text }],
    isOutdated,
  });

  return async (input) => {
    try {
      const { data } = await change({ variables: { input } });
      const result = data?.changeOpenness;
      switch (result?.__typename) {
        case 'OpennessChanged':
          return result.openness;
        case 'InvalidSettings':
          return {
            faults: result.faults.map(({ field, message }) => ({
              field: field.includes('.') ? field.replace('.', '-') : null,
              text: message,
            })),
            isOutdated: false,
          };
        case 'ChangedMeanwhile':
          return refused(result.refusal, true);
        case 'ServiceBusy':
          return refused(intl.formatMessage({ id: 'failure.busy' }));
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

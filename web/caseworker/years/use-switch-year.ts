import { useMutation } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { assertNever } from '../../shared/assert-never.ts';
import { failureOf } from '../service/failure.ts';
import { PublishYear, WithdrawYear } from './years.query.ts';

/** Publishes a year, or takes it back. Each never throws, and gives what stands against it in words, or null. */
export function useSwitchYear(year: number): {
  readonly publish: () => Promise<string | null>;
  readonly withdraw: () => Promise<string | null>;
  readonly isBusy: boolean;
} {
  const intl = useIntl();
  const [publish, publishing] = useMutation(PublishYear, { fetchPolicy: 'no-cache' });
  const [withdraw, withdrawing] = useMutation(WithdrawYear, { fetchPolicy: 'no-cache' });
  const attempt = (act: () => Promise<string | null>) =>
    act().catch((error: unknown) => intl.formatMessage({ id: `failure.${failureOf(error)}` }));

  return {
    isBusy: publishing.loading || withdrawing.loading,
    publish: () =>
      attempt(async () => {
        const result = (await publish({ variables: { year } })).data?.publishYear;
        switch (result?.__typename) {
          case 'YearPublished':
            return null;
          case 'YearCannotBeTold':
            return result.refusal;
          case 'ServiceBusy':
          case undefined:
            return intl.formatMessage({ id: 'failure.service' });
          default:
            return assertNever(result);
        }
      }),
    withdraw: () =>
      attempt(async () => {
        await withdraw({ variables: { year } });
        return null;
      }),
  };
}

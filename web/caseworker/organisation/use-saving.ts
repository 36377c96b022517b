import { useIntl } from 'react-intl';
import { assertNever } from '../../shared/assert-never.ts';
import { failureOf } from '../service/failure.ts';
import type { Refusal, Saving } from './use-setting-form.ts';

/** Whatever keeps a setting from being stored, as every one of these mutations answers it. */
type SettingProblem =
  | {
      readonly __typename: 'InvalidSettings';
      readonly faults: readonly { readonly field: string | null; readonly message: string }[];
    }
  | { readonly __typename: 'ChangedMeanwhile'; readonly refusal: string }
  | { readonly __typename: 'ServiceBusy' }
  | undefined;

/**
 * Asks to store a setting; never throws, and says in words what keeps it from being stored. `whereOf` says in words
 * where a field is, by its path, for forms in which many fields may have the same fault.
 */
export function useSaving(): <Stored>(
  ask: () => Promise<{ readonly stored: Stored } | SettingProblem>,
  whereOf?: (path: string) => string | undefined,
) => Promise<Saving<Stored>> {
  const intl = useIntl();
  const whole = (text: string, isOutdated = false): Refusal => ({
    faults: [{ field: null, text }],
    isOutdated,
  });

  return async (ask, whereOf = () => undefined) => {
    try {
      const answer = await ask();
      if (answer !== undefined && 'stored' in answer) return answer;
      switch (answer?.__typename) {
        case 'InvalidSettings':
          return {
            faults: answer.faults.map(({ field, message }) => ({
              field: field && fieldOf(field),
              text: message,
              where: field === null ? undefined : whereOf(field),
            })),
            isOutdated: false,
          };
        case 'ChangedMeanwhile':
          return whole(answer.refusal, true);
        case 'ServiceBusy':
        case undefined:
          return whole(intl.formatMessage({ id: 'failure.service' }));
        default:
          return assertNever(answer);
      }
    } catch (error) {
      return whole(intl.formatMessage({ id: `failure.${failureOf(error)}` }));
    }
  };
}

/** The element that an input field is filled in with: `words.cy.SAFETY` is `words-cy-SAFETY`. Lists have none. */
function fieldOf(path: string): string | null {
  return path === 'words' || path === 'services' || path === 'reasons' ? null : path.replaceAll('.', '-');
}
